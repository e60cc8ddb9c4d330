/** The ten clinical cases of the ANAP benchmark of 2010 (figures 3 to 6), put to every site. */

import type { Modality } from '../vocabulary.ts';
import type { ClinicalCase } from './benchmark.ts';

const clinicalCase = (
  id: string,
  modality: Modality,
  figures: readonly number[],
  medianDelayDays: { readonly A: number | null; readonly H: number | null },
  fr: readonly [exam: string, patient: string, question: string],
  en: readonly [exam: string, patient: string, question: string],
): ClinicalCase => ({
  id,
  modality,
  exam: { fr: fr[0], en: en[0] },
  patient: { fr: fr[1], en: en[1] },
  question: { fr: fr[2], en: en[2] },
  medianDelayDays,
  figures,
});

/** Only the median of all cases together is printed (the bands of figures 1 and 2). */
const NOT_PRINTED = { A: null, H: null } as const;
/** The report says that the 21 days hold for each MRI case of outpatients, save one. */
const MRI_OUTPATIENTS = { A: 21, H: null } as const;

export const anap2010Cases: readonly ClinicalCase[] = [
  clinicalCase(
    'CT-AP',
    'ct',
    [3],
    NOT_PRINTED,
    ['Scanner abdomino-pelvien', 'homme de 70 ans', 'Altération de l’état général. Recherche de néoplastie.'],
    ['CT abdomen and pelvis', 'man aged 70', 'Deteriorating general condition. Search for a neoplasm.'],
  ),
  clinicalCase(
    'CT-RACHIS-L',
    'ct',
    [3, 5],
    NOT_PRINTED,
    [
      'Scanner du rachis lombaire',
      'homme de 50 ans',
      'Sciatalgie L5 invalidante résistant à un traitement bien conduit. Hernie discale ?',
    ],
    [
      'CT lumbar spine',
      'man aged 50',
      'Disabling L5 sciatica resisting well-conducted treatment. Herniated disc?',
    ],
  ),
  clinicalCase(
    'CT-ENC',
    'ct',
    [3, 5],
    NOT_PRINTED,
    ['Scanner encéphale', 'femme de 80 ans', 'Chutes à répétition. Recherche étiologique.'],
    ['CT brain', 'woman aged 80', 'Repeated falls. Search for a cause.'],
  ),
  clinicalCase(
    'CT-THX',
    'ct',
    [3, 5],
    NOT_PRINTED,
    [
      'Scanner thoracique',
      'homme de 50 ans, fumeur',
      'Hémoptysie, cliché thoracique suspect. Cancer pulmonaire ?',
    ],
    ['CT chest', 'man aged 50, smoker', 'Haemoptysis, suspicious chest X-ray. Lung cancer?'],
  ),
  clinicalCase(
    'CT-TAP',
    'ct',
    [3, 5],
    NOT_PRINTED,
    [
      'Scanner thoracico-abdomino-pelvien',
      'homme de 70 ans',
      'Altération de l’état général. Recherche de néoplastie.',
    ],
    [
      'CT chest, abdomen and pelvis',
      'man aged 70',
      'Deteriorating general condition. Search for a neoplasm.',
    ],
  ),
  clinicalCase(
    'MR-ENC-MEM',
    'mri',
    [4, 6],
    MRI_OUTPATIENTS,
    [
      'IRM de l’encéphale',
      'femme de 60 ans',
      'Troubles de la mémoire de constatation récente. Recherche étiologique.',
    ],
    ['MRI brain', 'woman aged 60', 'Memory disorders noticed recently. Search for a cause.'],
  ),
  clinicalCase(
    'MR-ENC-PED',
    'mri',
    [4, 6],
    { A: 19, H: null },
    ['IRM de l’encéphale', 'fille de 4 ans', 'Crise d’épilepsie focale. Recherche étiologique.'],
    ['MRI brain', 'girl aged 4', 'Focal epileptic seizure. Search for a cause.'],
  ),
  clinicalCase(
    'MR-GENOU',
    'mri',
    [4, 6],
    MRI_OUTPATIENTS,
    ['IRM du genou', 'homme de 35 ans', 'Blocages du genou à répétition. Atteinte méniscale ?'],
    ['MRI knee', 'man aged 35', 'Knee locking repeatedly. Meniscal lesion?'],
  ),
  clinicalCase(
    'MR-RACHIS',
    'mri',
    [4, 6],
    MRI_OUTPATIENTS,
    ['IRM du rachis', 'homme de 60 ans', 'Tassement vertébral. Caractérisation de la lésion.'],
    ['MRI spine', 'man aged 60', 'Vertebral compression. Characterisation of the lesion.'],
  ),
  clinicalCase(
    'MR-FOIE',
    'mri',
    [4, 6],
    MRI_OUTPATIENTS,
    [
      'IRM hépatique',
      'femme de 50 ans aux antécédents d’hépatite',
      'Nodule hépatique en échographie. Caractérisation de la lésion.',
    ],
    [
      'MRI liver',
      'woman aged 50 with a history of hepatitis',
      'Liver nodule seen on ultrasound. Characterisation of the lesion.',
    ],
  ),
];
