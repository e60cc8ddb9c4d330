/** What fuzzing starts from: the repository's scenarios cut into small ones, its logs, and hand-written pieces. */
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { readScenarioDocument } from '../../../src/io/scenario-file.ts';
import { scenarioFiles } from '../../engine/play.ts';

/** Longest seed kept whole: short inputs are many inputs. */
const LONGEST_SEED = 420;
const LINES_A_PIECE = 3;
const MAPPING_KEYS_FIRST = ['creneau', 'name', 'defaults'];

type Part = Readonly<Record<string, unknown>>;
const listOf = (value: unknown): readonly Part[] => (Array.isArray(value) ? (value as Part[]) : []);

/** One scenario a flow: the flow, the first device it may use, their site, and what it examines. */
function smallScenarios(whole: Part): readonly Part[] {
  const devices = listOf(whole.devices);
  const exams = (whole.exams ?? {}) as Part;
  const head = Object.fromEntries(MAPPING_KEYS_FIRST.map((key) => [key, whole[key]]));
  return listOf(whole.flows).map((flow) => {
    const site = flow.site ?? listOf(flow.sites)[0];
    const device = devices.find((one) => one.site === site && one.modality === flow.modality);
    const used = Object.keys((flow.exams ?? {}) as Part);
    return {
      ...head,
      ...(used.length > 0 ? { exams: Object.fromEntries(used.map((id) => [id, exams[id]])) } : {}),
      sites: listOf(whole.sites).filter((one) => one.id === site),
      devices: [device],
      flows: [flow],
    };
  });
}

/** A text cut into pieces of a few lines. */
function piecesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const pieces: string[] = [];
  for (let from = 0; from < lines.length; from += LINES_A_PIECE)
    pieces.push(lines.slice(from, from + LINES_A_PIECE).join('\n'));
  return pieces;
}

const START = 'creneau: 1\nname: x\ndefaults: none\nsites: [{id: s}]\n';
const DEVICE =
  'devices: [{id: d, site: s, modality: ct, slots: {A: 9}, week: [{days: mon, from: "08:00", to: "12:00", type: liberal}]}]\n';
const FLOW = 'flows: [{site: s, modality: ct, class: A, per-week: 9, durations: 12}]\n';
const MINIMAL = START + DEVICE + FLOW;

/** Flows of a small scenario, each with something else written of it. */
const FLOWS = [
  'walk-in: true, patience: 90',
  'arrivals: regular, profile: flat, growth: 0.1',
  'accept: {tau: 9d, free: 2d}, no-show: {probability: 0.1, max: 0.2, tau: 9d}',
  'accept: {table: [[0, 1], [9, 0.5]]}, cancel: {probability: 0.1, notice: 2d}',
  'exams: {x: 1}, lead: 0, horizon: 30, overbook: 1, target: 5d',
  'backlog: {delay: 3d}, punctuality: {law: uniform, min: -9, max: 9}, priority: P2',
].map((more) => `flows: [{site: s, modality: ct, class: A, per-week: 9, durations: 12, ${more}}]\n`);

/** Devices of a small scenario, each with something else written of it. */
const DEVICES = [
  'changeover: {law: lognormal, mean: 3, cv: 0.5}, late-start: {p20: 1, p50: 3, p80: 9}',
  'breakdowns: {between-failures: 9d, repair: 3h, interrupted: rebook, clock: working}',
  'closed-room: {U: divert}, order: [U, R, H, A], waiting-places: 3, early-end: 9',
  'preparation: {time: 9, places: 2}, end-of-vacation: {policy: limit, late: 5}, speed: 2',
  'count: 3, label: x, changeover: {law: empirical, values: [1, 2], weights: [1, 3]}',
].map(
  (more) =>
    `devices: [{id: d, site: s, modality: ct, slots: {A: 9}, ${more}, week: [{days: mon, from: "08:00", to: "12:00", type: liberal}]}]\n`,
);

const WEEKS = [
  'reserve: {A: 20min, release: 1d}',
  'accepts: {classes: [A], exams: [x], inserted: [U]}, owner: public',
  'appointments: [0, 0, 20, 40], every: 2, first-week: 1, last-week: 9, provides: [radiologist]',
].map(
  (more) =>
    `devices: [{id: d, site: s, modality: ct, slots: {A: 9}, week: [{days: mon, from: "08:00", to: "12:00", type: liberal, ${more}}]}]\n`,
);

const HAND_WRITTEN: readonly string[] = [
  MINIMAL,
  ...FLOWS.map((flow) => START + DEVICE + flow),
  ...[...DEVICES, ...WEEKS].map((device) => START + device + FLOW),
  `${MINIMAL}calendar: {start: "2026-03-30", public-holidays: metropole, school-zone: C, closures: [{device: d, from: 3, days: 2}]}\n`,
  `${MINIMAL}run: {weeks: 4, replications: 2, seed: x, warmup-weeks: 1}\n`,
  `${MINIMAL}exams: {x: {modality: ct, group: g, icr: 40, needs: [injection], durations: {A: 12}}}\n`,
  MINIMAL.replace('{id: s}', '{id: s, reading: {hours-per-week: 40, minutes: {ct: 8}}}'),
  MINIMAL.replace('{id: s}', '{id: s, reports: {ct: {A: {law: jqpd-b, max: 9d, p20: 9, p50: 20, p80: 90}}}}'),
  'a: &x [1, 2]\nb: *x\nc: {<<: *x}\n',
  'a0: &a0 [1]\na1: &a1 [*a0, *a0]\na2: [*a1, *a1]\n',
  '? [a, b]\n: c\n? {d: e}\n: f\n',
  'a: |\n  text\n  more\nb: >-\n  folded\n\n  text\n',
  '%YAML 1.2\n---\na: !!str 12\nb: !!int "3"\nc: !other x\n...\n',
  '{"a": [1, 2.5e3, true, null, "\\u00e9\\n"], "b": {}}',
  '\uFEFFa: 1\r\nb: 2\r\n',
  '- - - a\n- ? b\n- : c\n',
  "a: \"un\\\n  broken\"\nb: 'it''s'\n",
  '--- a\n--- b\n',
  '# only a comment\n',
  '',
];

/** YAML and JSON to start from, each once, the shortest first. */
export function documentSeeds(): readonly string[] {
  const seeds = new Set(HAND_WRITTEN);
  for (const name of scenarioFiles()) {
    const file = `scenarios/${name}`;
    const text = readFileSync(file, 'utf8');
    for (const piece of [text, ...piecesOf(text)]) seeds.add(piece);
    for (const small of smallScenarios(readScenarioDocument(file).document?.value as Part)) {
      seeds.add(JSON.stringify(small));
      seeds.add(stringify(small));
    }
  }
  return [...seeds].filter(({ length }) => length <= LONGEST_SEED).sort((a, b) => a.length - b.length);
}

const LOGS: readonly string[] = [
  'requested;class;examType;durationMinutes\n25/05/2026 08:30;A;genou;12,5\n26/05/2026 09:00;U;;\n',
  'requested,class,durationMinutes\n2026-05-25 08:30,A,"12,5"\n2026-05-25T09:00:30,H,3\n',
  '\uFEFFIPP; Date de demande ;Classe\r\n12;25/05/2026 8h30;Hospitalisé\r\n\r\n13;24/05/2026 23:59;externe\r\n',
  'class;requested\rA;25/05/2026 08:30\rH;25/05/2026 09:30\r',
  'requested;class;"exam\ntype";examType\n25/05/2026 08:30;R;"a\nb";"c""d"\n',
  'requested;class\nhier;A\n25/05/2026 08:30;X\n"open;A\n',
  'a;b\n1;2\n',
  '',
];

/** Logs to start from. */
export function logSeeds(): readonly string[] {
  const [header, ...rows] = readFileSync('scenarios/every-effect-log.csv', 'utf8').split('\n');
  const pieces = piecesOf(rows.slice(0, 15 * LINES_A_PIECE).join('\n'));
  return [...LOGS, ...pieces.map((piece) => `${header}\n${piece}`)];
}
