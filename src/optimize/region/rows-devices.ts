/** Which implantations get how many devices and longer hours, under the caps of the balance. */
import { allCaps } from './asked.ts';
import { COLUMNS } from './columns.ts';
import { type Draft, type Mode, rounded, type Term } from './draft.ts';
import { counterLabel, placeLabel, UNITS, withWords } from './names.ts';

const modesWithChoice = (draft: Draft): readonly Mode[] =>
  [...draft.modes.values()].flat().filter(({ chosen }) => chosen !== null);

/** Devices added, as terms: each mode counts its own. */
export const addedTerms = (modes: readonly Mode[], perDevice: (mode: Mode) => number): readonly Term[] =>
  modes.flatMap((mode): Term[] => {
    const value = mode.chosen === null || mode.added === 0 ? 0 : mode.added * perDevice(mode);
    return value === 0 ? [] : [[mode.chosen!, value]];
  });

const all = (draft: Draft): readonly Mode[] => [...draft.modes.values()].flat();

/**
 * One binary for each number of devices an implantation may have, exactly one of them being 1. A whole number of added devices
 * with the curve of today would do without pooling, with fewer columns; but of a convex cost a tenth of a device gains more
 * than a tenth of what a device gains, which modes rule out: each implantation's own choice is exact in the relaxation too.
 */
export function addDevices(draft: Draft): void {
  const { builder } = draft;
  for (const [id, modes] of draft.modes) {
    const place = modes[0]!.place.of;
    const label = placeLabel(place);
    if (modes.length > 1) {
      for (const { chosen, added } of modes)
        builder.column({
          id: chosen!,
          label: withWords(label, { en: `${added} devices added`, fr: `${added} appareils ajoutés` }),
          unit: UNITS.choices,
          upper: 1,
          isInteger: true,
          cost: rounded(added * draft.trifles.device),
        });
      builder.row({
        id: `mode/${id}`,
        label: withWords(label, { en: 'one number of devices', fr: 'un seul nombre d’appareils' }),
        unit: UNITS.choices,
        lower: 1,
        upper: 1,
        terms: modes.map(({ chosen }): Term => [chosen!, 1]),
      });
    }
    addBlocks(draft, modes);
  }
}

/** Blocks on the devices of today, which open first, and on added ones. */
function addBlocks({ builder, trifles }: Draft, modes: readonly Mode[]): void {
  const { of } = modes[0]!.place;
  const { mostBlocks } = modes[0]!;
  const label = placeLabel(of);
  const ofAdded = modes.at(-1)!.mostBlocks - mostBlocks;
  if (mostBlocks > 0)
    builder.column({
      id: COLUMNS.blocks(of.id),
      label: withWords(label, { en: 'evening sessions', fr: 'séances du soir' }),
      unit: UNITS.blocks,
      upper: mostBlocks,
      isInteger: true,
      cost: rounded(trifles.block),
    });
  if (ofAdded === 0) return;
  builder.column({
    id: COLUMNS.lateBlocks(of.id),
    label: withWords(label, {
      en: 'evening sessions on added devices',
      fr: 'séances du soir sur les appareils ajoutés',
    }),
    unit: UNITS.blocks,
    upper: ofAdded,
    isInteger: true,
    cost: rounded(trifles.block),
  });
  builder.row({
    id: `late-blocks/${of.id}`,
    label: withWords(label, {
      en: 'no evening session on a device that is not there',
      fr: 'pas de séance du soir sur un appareil absent',
    }),
    unit: UNITS.blocks,
    upper: 0,
    terms: [[COLUMNS.lateBlocks(of.id), 1], ...addedTerms(modes, () => -of.mostBlocksPerAdded)],
  });
}

/** All blocks opened at an implantation, as terms. */
export function blockTerms(modes: readonly Mode[]): readonly Term[] {
  const { of } = modes[0]!.place;
  const { mostBlocks } = modes[0]!;
  const hasLate = modes.at(-1)!.mostBlocks > mostBlocks;
  return [
    ...(mostBlocks > 0 ? [[COLUMNS.blocks(of.id), 1] as const] : []),
    ...(hasLate ? [[COLUMNS.lateBlocks(of.id), 1] as const] : []),
  ];
}

/** The counters of the balance: devices and sites that are still free in each department. The law's: never given up. */
export function addCaps(draft: Draft): void {
  for (const { department, modality, devices, sites } of allCaps(draft.problem)) {
    const own = modesWithChoice(draft).filter(
      ({ place: { of } }) => of.department === department && of.modality === modality,
    );
    const label = counterLabel(department, modality);
    const name = `${department}/${modality}`;
    if (own.length === 0) continue;
    draft.builder.row({
      id: `cap-devices/${name}`,
      label: withWords(label, {
        en: `no more devices than the ${devices} the balance leaves`,
        fr: `pas plus d’appareils que les ${devices} que laisse le bilan`,
      }),
      unit: UNITS.devices,
      owner: 'law',
      upper: devices,
      terms: addedTerms(own, () => 1),
    });
    const opened = own.filter(({ place, added }) => place.of.isNew && added > 0);
    if (opened.length === 0) continue;
    draft.builder.row({
      id: `cap-sites/${name}`,
      label: withWords(label, {
        en: `no more new sites than the ${sites} the balance leaves`,
        fr: `pas plus de nouvelles implantations que les ${sites} que laisse le bilan`,
      }),
      unit: UNITS.sites,
      owner: 'law',
      upper: sites,
      terms: opened.map(({ chosen }): Term => [chosen!, 1]),
    });
  }
}

/** Numbers of devices, and of blocks, in all. */
export function addCounts(draft: Draft): void {
  const { mostDevices, mostBlocks } = draft.problem.limits;
  const devices = addedTerms(all(draft), () => 1);
  if (mostDevices !== null && devices.length > 0)
    draft.builder.row({
      id: 'limit/devices',
      label: {
        en: `no more than ${mostDevices} devices added`,
        fr: `pas plus de ${mostDevices} appareils ajoutés`,
      },
      unit: UNITS.devices,
      upper: mostDevices,
      terms: devices,
    });
  const blocks = [...draft.modes.values()].flatMap(blockTerms);
  if (mostBlocks !== null && blocks.length > 0)
    draft.builder.row({
      id: 'limit/blocks',
      label: {
        en: `no more than ${mostBlocks} evening sessions a week`,
        fr: `pas plus de ${mostBlocks} séances du soir par semaine`,
      },
      unit: UNITS.blocks,
      upper: mostBlocks,
      terms: blocks,
    });
}

/** Stays away from plans by so many implantations whose number of devices is another one. */
export function addCuts(draft: Draft): void {
  draft.ask.forbidden.forEach(({ plan, atLeast }, at) => {
    const planned = new Map(plan.additions.map(({ implantation, devices }) => [implantation, devices]));
    const same = [...draft.modes].flatMap(([id, modes]): Term[] => {
      const mode = modes.find(({ added }) => added === (planned.get(id) ?? 0));
      return mode === undefined || mode.chosen === null ? [] : [[mode.chosen, 1]];
    });
    if (same.length === 0) return;
    const choices = [...draft.modes.values()].filter(({ length }) => length > 1).length;
    draft.builder.row({
      id: `other-than/${at}`,
      label: {
        en: `not plan ${at + 1} again: devices differ at ${atLeast} implantations at least`,
        fr: `pas à nouveau le plan ${at + 1} : les appareils diffèrent dans ${atLeast} implantations au moins`,
      },
      unit: UNITS.choices,
      // A number that is no longer among the choices differs already.
      upper: choices - atLeast,
      terms: same,
    });
  });
}
