/** The heavy medical equipment a balance counts, by its names. */
import { nearestName } from '../nearest-name.ts';
import type { Label } from '../scenario.ts';
import type { Modality } from '../vocabulary.ts';

/** In the order of the balance of May 2020. */
export const EQUIPMENT = ['scanner', 'mri', 'gamma-camera', 'pet', 'hyperbaric', 'cyclotron'] as const;
export type Equipment = (typeof EQUIPMENT)[number];

type ByEquipment<T> = Readonly<Record<Equipment, T>>;

/** As the balance of May 2020 heads its tables. */
export const EQUIPMENT_TITLES: ByEquipment<Label> = Object.freeze({
  scanner: { en: 'Scanners (CT)', fr: 'Scanners (TDM)' },
  mri: {
    en: 'Magnetic resonance imagers (MRI)',
    fr: 'Imageurs par résonance magnétique (IRM)',
  },
  'gamma-camera': { en: 'Gamma cameras', fr: 'Gamma caméras (Gcam)' },
  pet: {
    en: 'Positron emission tomographs (PET-CT)',
    fr: 'Tomographes par émission de positons (TEP-CT)',
  },
  hyperbaric: {
    en: 'Hyperbaric oxygen chambers',
    fr: 'Caissons d’oxygénothérapie hyperbare (OHB)',
  },
  cyclotron: { en: 'Cyclotrons for medical use', fr: 'Cyclotrons à usage médical' },
});

/** In a sentence. */
export const EQUIPMENT_WORDS: ByEquipment<Label> = Object.freeze({
  scanner: { en: 'CT', fr: 'scanner' },
  mri: { en: 'MRI', fr: 'IRM' },
  'gamma-camera': { en: 'gamma camera', fr: 'gamma caméra' },
  pet: { en: 'PET-CT', fr: 'TEP-TDM' },
  hyperbaric: { en: 'hyperbaric chamber', fr: 'caisson hyperbare' },
  cyclotron: { en: 'cyclotron for medical use', fr: 'cyclotron à usage médical' },
});

/** The modality a scenario simulates it as; null where no scenario does. */
export const MODALITY_OF: ByEquipment<Modality | null> = Object.freeze({
  scanner: 'ct',
  mri: 'mri',
  'gamma-camera': null,
  pet: null,
  hyperbaric: null,
  cyclotron: null,
});

const NAMES: ByEquipment<readonly string[]> = Object.freeze({
  scanner: ['scanner', 'scanners', 'tdm', 'ct', 'scannertdm', 'scannerstdm', 'scanographe'],
  mri: ['mri', 'irm', 'imageurparresonancemagnetique', 'imageursparresonancemagnetiqueirm'],
  'gamma-camera': ['gammacamera', 'gammacameras', 'gammacamerasgcam', 'gcam', 'tempscan'],
  pet: ['pet', 'petct', 'tep', 'teptdm', 'tepct', 'tepscan', 'tomographesparemissiondepositonstepct'],
  hyperbaric: ['hyperbaric', 'hyperbaricchamber', 'ohb', 'caissonhyperbare', 'caissonohb'],
  cyclotron: ['cyclotron', 'cyclotrons', 'cyclotronamedical', 'cyclotronsausagemedical'],
});

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/**
 * The equipment a text names, in English, in French or by the code of a balance; null when it names none.
 * @example parseEquipment('Gamma caméra') // 'gamma-camera'
 * @example parseEquipment('TEP') // 'pet'
 * @example parseEquipment('échographe') // null
 */
export function parseEquipment(text: string): Equipment | null {
  const key = plain(text);
  return EQUIPMENT.find((one) => NAMES[one].includes(key)) ?? null;
}

/**
 * The equipment a misspelt text was probably meant to be; an empty text when none is near.
 * @example nearestEquipment('scaner') // 'scanner'
 */
export function nearestEquipment(text: string): string {
  const near = nearestName(
    plain(text),
    EQUIPMENT.flatMap((one) => NAMES[one]),
  );
  return near === '' ? '' : (parseEquipment(near) ?? '');
}
