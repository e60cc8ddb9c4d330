/**
 * What can still be judged of a scenario with values that are not well formed: these are dropped, or replaced by a
 * stand-in where something is required, and remembered as lost. Positions in lists never shift, so that a path in
 * what is salvaged is a path in what was written.
 */
import type { DocumentPath, Finding } from '../finding.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { parseScenario } from './load.ts';
import { Losses } from './losses.ts';
import { valueAt } from './path.ts';
import { Edits } from './salvage-edits.ts';

export interface SalvagedScenario {
  /** Null when not even a part can be judged. Not a scenario to run unless it is whole. */
  readonly input: ScenarioInput | null;
  /** True when nothing had to be salvaged: there is no finding. */
  readonly isWhole: boolean;
  /** Everything that is wrong with single values. */
  readonly findings: readonly Finding[];
  readonly losses: Losses;
  /** The value `input` was parsed from. */
  readonly written: unknown;
}

/** Each round drops something that was left incomplete by the one before: a number, its law, the key of the law… */
const MOST_ROUNDS = 12;

/**
 * The largest well-formed scenario in a value, with everything that is wrong with it.
 * @example salvageScenario({ creneau: 1, nmae: 'x' }).findings[0].code // 'missing-key'
 */
export function salvageScenario(raw: unknown): SalvagedScenario {
  const losses = new Losses();
  let written = raw;
  let parsed = parseScenario(raw);
  const findings = [...parsed.findings];
  const standIns = new StandIns(raw);
  const stood = new Set<string>();
  for (let round = 0; parsed.input === null && round < MOST_ROUNDS; round++) {
    const edits = new Edits();
    const salvage = new Round(written, edits, losses, standIns, stood);
    for (const one of parsed.findings) salvage.mend(one);
    salvage.finish();
    written = edits.apply(written);
    parsed = parseScenario(written);
    for (const one of parsed.findings) if (isRevealed(one, losses)) findings.push(one);
  }
  const input =
    parsed.input === null || losses.covers([]) ? null : withFlowNames(parsed.input, standIns, losses);
  return { input, isWhole: findings.length === 0, findings, losses, written };
}

/** Flows whose id is a stand-in are called by what is known of them: `ch/mri/…`, as if the id were not written. */
function withFlowNames(input: ScenarioInput, standIns: StandIns, losses: Losses): ScenarioInput {
  const names = new Set(input.flows.map(({ id }) => id));
  const flows = input.flows.map((flow, index) => {
    if (flow.id === undefined || flow.id !== standIns.at(['flows', index, 'id'])) return flow;
    const known = (['site', 'modality', 'class'] as const).map((key) =>
      losses.covers(['flows', index, key]) ? '…' : (flow[key] ?? '…'),
    );
    const name = known.join('/');
    const id = names.has(name) ? `${name} (${index + 1})` : name;
    names.add(id);
    return { ...flow, id };
  });
  return { ...input, flows };
}

/** Codes about several numbers of one law, which are looked at once each is well formed. */
const RELATIONS = ['quantile-order', 'range-order', 'weights-length', 'weights-zero', 'mean-zero'];
/** Keys of a law that change nothing in it. */
const BESIDE = ['status', 'source', 'range'];

/** A mistake that another one had hidden, and not its consequence. */
function isRevealed({ code, path }: Finding, losses: Losses): boolean {
  if (!RELATIONS.includes(code) || losses.covers(path) || losses.hasUnwritten(path)) return false;
  return losses.below(path).every((key) => BESIDE.includes(key));
}

/** One round: what is wrong with single values is mended, so that the rest can be read. */
class Round {
  readonly #written: unknown;
  readonly #edits: Edits;
  readonly #losses: Losses;
  readonly #standIns: StandIns;
  /** Places where a stand-in was put in an earlier round. */
  readonly #stood: Set<string>;
  readonly #standing: string[] = [];

  constructor(written: unknown, edits: Edits, losses: Losses, standIns: StandIns, stood: Set<string>) {
    this.#written = written;
    this.#edits = edits;
    this.#losses = losses;
    this.#standIns = standIns;
    this.#stood = stood;
  }

  mend({ code, path, values }: Finding): void {
    const holder = path.slice(0, -1);
    if (code === 'unknown-key') {
      this.#edits.drop(path);
      const nearest = String(values.nearest ?? '');
      if (nearest !== '') this.#losses.add([...holder, nearest]);
      else this.#loseUnwritten(holder, valueAt(this.#written, path));
    } else if (code === 'key-not-with') {
      this.#edits.drop(path);
      this.#losses.add(holder);
    } else if (valueAt(this.#written, path) !== undefined || this.#standIns.has(path)) this.#lose(path);
    else this.#lose(holder);
  }

  /** A key that is like no other may stand for any that is not written. At the root, a bare note stands for none. */
  #loseUnwritten(holder: DocumentPath, value: unknown): void {
    const mapping = valueAt(this.#written, holder);
    const keys = typeof mapping === 'object' && mapping !== null ? Object.keys(mapping) : [];
    if (holder.length > 0) this.#losses.addUnwritten(holder, keys);
    else if (typeof value === 'object' && value !== null) {
      this.#losses.addUnwritten(holder, [...keys, ...BARE_ROOT_KEYS]);
    }
  }

  #lose(path: DocumentPath): void {
    this.#losses.add(path);
    const key = JSON.stringify(path);
    // A stand-in that does not fit either: what holds it goes.
    if (this.#stood.has(key)) this.#lose(path.slice(0, -1));
    else if (this.#standIns.has(path)) {
      this.#edits.set(path, this.#standIns.at(path));
      this.#standing.push(key);
    } else if (typeof path.at(-1) === 'number') this.#lose(path.slice(0, -1));
    else if (path.length > 0) this.#edits.drop(path);
  }

  /** A vacation whose hours are not known takes place on no day; a flow without an id of its own may have any. */
  finish(): void {
    for (const device of this.#losses.below(['devices'])) {
      for (const position of this.#losses.below(['devices', device, 'week'])) {
        const vacation = ['devices', Number(device), 'week', Number(position)];
        if (Number.isNaN(vacation[3]) || !this.#isAnyLost(vacation, HOURS)) continue;
        this.#losses.add([...vacation, 'days']);
        this.#edits.set([...vacation, 'days'], []);
      }
    }
    for (const position of this.#losses.below(['flows'])) {
      const flow = ['flows', Number(position)];
      const id = [...flow, 'id'];
      const isNamed = valueAt(this.#written, id) !== undefined && !this.#losses.covers(id);
      if (isNamed || Number.isNaN(flow[1]) || !this.#isAnyLost(flow, FLOW_NAME)) continue;
      this.#losses.add(id);
      this.#edits.set(id, this.#standIns.at(id));
    }
    for (const key of this.#standing) this.#stood.add(key);
  }

  #isAnyLost(holder: DocumentPath, keys: readonly string[]): boolean {
    return keys.some((key) => this.#losses.covers([...holder, key]));
  }
}

const BARE_ROOT_KEYS = ['creneau', 'name', 'description', 'extends', 'defaults'];
/** When a vacation takes place. */
const HOURS = ['days', 'from', 'to', 'every', 'first-week', 'last-week'];
/** What a flow's id is made of where it is not written. */
const FLOW_NAME = ['id', 'site', 'sites', 'modality', 'class', 'owner', 'priority', 'walk-in'];

const HOURS_STAND_IN = { days: [], from: '00:00', to: '24:00' };
const VACATION_STAND_IN = { ...HOURS_STAND_IN, type: 'public-scheduled' };

/** Values that stand where one is required, by place; any will do, as no finding that rests on them is told. */
class StandIns {
  readonly #raw: unknown;
  #taken: Set<unknown> | null = null;

  constructor(raw: unknown) {
    this.#raw = raw;
  }

  has(path: DocumentPath): boolean {
    return Object.hasOwn(this.#byPlace, placeOf(path));
  }

  at(path: DocumentPath): unknown {
    return this.#byPlace[placeOf(path)]?.(path);
  }

  readonly #byPlace: Readonly<Record<string, (path: DocumentPath) => unknown>> = {
    creneau: () => 1,
    name: () => '',
    sites: (path) => [this.#site([...path, 0])],
    'sites.*': (path) => this.#site(path),
    'sites.*.id': (path) => this.#name(path),
    'sites.*.reading.week.*': () => HOURS_STAND_IN,
    'sites.*.reading.week.*.days': () => [],
    'sites.*.reading.week.*.from': () => HOURS_STAND_IN.from,
    'sites.*.reading.week.*.to': () => HOURS_STAND_IN.to,
    devices: (path) => [this.#device([...path, 0])],
    'devices.*': (path) => this.#device(path),
    'devices.*.id': (path) => this.#name(path),
    'devices.*.site': (path) => this.#name(path),
    'devices.*.modality': () => 'mri',
    'devices.*.week': () => [],
    'devices.*.week.*': () => VACATION_STAND_IN,
    'devices.*.week.*.days': () => [],
    'devices.*.week.*.from': () => VACATION_STAND_IN.from,
    'devices.*.week.*.to': () => VACATION_STAND_IN.to,
    'devices.*.week.*.type': () => VACATION_STAND_IN.type,
    'devices.*.week.*.reserve.*': () => ({ for: 'A', minutes: 0 }),
    'devices.*.week.*.reserve.*.for': () => 'A',
    'devices.*.week.*.reserve.*.minutes': () => 0,
    flows: (path) => [this.#flow([...path, 0])],
    'flows.*': (path) => this.#flow(path),
    'flows.*.id': (path) => this.#name(path),
    'flows.*.modality': () => 'mri',
    'flows.*.class': () => 'A',
    'exams.*': () => ({ modality: 'mri' }),
    'exams.*.modality': () => 'mri',
    'calendar.closures.*': () => ({ from: 0, days: 1 }),
    'calendar.closures.*.from': () => 0,
    'calendar.closures.*.days': () => 1,
  };

  #site(path: DocumentPath) {
    return { id: this.#name(path) };
  }

  #device(path: DocumentPath) {
    return { id: this.#name(path), site: this.#name([...path, 'site']), modality: 'mri', week: [] };
  }

  #flow(path: DocumentPath) {
    return { id: this.#name(path), site: this.#name([...path, 'site']), modality: 'mri', class: 'A' };
  }

  /** A name nothing in the scenario has, that says where it stands: `devices.2`. */
  #name(path: DocumentPath): string {
    this.#taken ??= new Set(
      ['sites', 'devices', 'flows'].flatMap((list) => idsIn(valueAt(this.#raw, [list]))),
    );
    let name = path.filter((step) => step !== 'id').join('.');
    while (this.#taken.has(name)) name += '_';
    return name;
  }
}

const idsIn = (list: unknown): readonly unknown[] =>
  Array.isArray(list) ? list.map((item) => valueAt(item, ['id'])) : [];

/** Keys of mappings where any name goes. */
const isFreeKey = (path: DocumentPath, at: number): boolean => at === 1 && path[0] === 'exams';

const placeOf = (path: DocumentPath): string =>
  path.map((step, at) => (typeof step === 'number' || isFreeKey(path, at) ? '*' : step)).join('.');
