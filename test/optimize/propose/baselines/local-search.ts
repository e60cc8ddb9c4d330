/**
 * A scatter and tabu search over weeks, of the kind commercial optimisers put around a simulator: it knows nothing of the
 * model, only what weeks it played have saved.
 */
import { keyOf, type WeekChange } from '../../../../src/optimize/week/change.ts';
import { byLeverAndPlace } from './families.ts';
import { type Week, withChange } from './judge.ts';
import { neighbour, recombined } from './moves.ts';
import { type Draw, oneOf, promising, randomWeek } from './random-weeks.ts';
import { repeatedWeeks } from './repeated-lever.ts';
import { best, type Found, race, type Scored, type Trial } from './trial.ts';

/** Parts of the budget at which each phase ends: looking at single changes, searching; the rest tells the best apart. */
const SINGLES_END = 0.2;
const SEARCH_END = 0.75;
/** Replications of a week when it is first met, and of one that would be kept. */
const FIRST = 2;
const MORE = 6;
/** Weeks kept to recombine, neighbours looked at in a turn, turns a change stays tabu, turns without progress before weeks are recombined. */
const ELITE = 10;
const NEIGHBOURS = 6;
const TENURE = 8;
const PATIENCE = 3;
/** What a week that breaks a guardrail is worth as a place to go on from. */
const UNSOUND = 0.7;
/** Weeks the search starts from that are drawn at random. */
const AT_RANDOM = 6;

class ScatterTabu {
  readonly #trial: Trial;
  readonly #draw: Draw;
  readonly #played = new Map<string, Scored>();
  readonly #worth = new Map<WeekChange, number>();
  #elite: readonly Scored[] = [];

  constructor(trial: Trial, draw: Draw) {
    this.#trial = trial;
    this.#draw = draw;
  }

  async find(): Promise<Found> {
    const trial = this.#trial;
    await this.#lookAtSingles();
    for (const week of this.#starts()) if (!this.#isOver()) await this.#play(week);
    await this.#search();
    return trial.found(
      await race(
        trial,
        this.#elite.map(({ week }) => week),
      ),
    );
  }

  #isOver(): boolean {
    return this.#trial.share >= SEARCH_END || this.#trial.isSpent;
  }

  readonly #worthOf = (change: WeekChange): number => this.#worth.get(change) ?? 0;

  /** One change of each lever at each place, in an order drawn at random; its like are taken to be worth as much. */
  async #lookAtSingles(): Promise<void> {
    const families = [...byLeverAndPlace(this.#trial.judge).values()]
      .map((changes) => ({ changes, at: this.#draw() }))
      .sort((a, b) => a.at - b.at);
    for (const { changes } of families) {
      if (this.#trial.share >= SINGLES_END) return;
      const change = oneOf(changes, this.#draw)!;
      const week = withChange([], change);
      if (!this.#trial.judge.allows(week)) continue;
      const scored = await this.#play(week, 1);
      if (scored !== null) for (const like of changes) this.#worth.set(like, scored.saved);
    }
  }

  /** The best singles one after the other, the best levers repeated, and weeks at random. */
  #starts(): readonly Week[] {
    const { judge } = this.#trial;
    const byWorth = [...judge.changes].sort((a, b) => this.#worthOf(b) - this.#worthOf(a));
    const greedy = byWorth.reduce<Week>((week, change) => {
      if (this.#worthOf(change) <= 0) return week;
      const more = withChange(week, change);
      return judge.allows(more) ? more : week;
    }, []);
    const repeated = [...repeatedWeeks(judge)]
      .sort((a, b) => this.#worthOf(b[0]!.change) - this.#worthOf(a[0]!.change))
      .slice(0, AT_RANDOM / 2);
    const drawn = Array.from({ length: AT_RANDOM }, () => {
      const good = judge.changes.filter((change) => this.#worthOf(change) > 0);
      return randomWeek(judge, good.length === 0 ? judge.changes : good, judge.rules.changes, this.#draw);
    });
    return [greedy, ...repeated, ...drawn].filter((week) => week.length > 0);
  }

  /** Plays a week; one that would be of the elite is played more often, and held against the guardrails, before it is. */
  async #play(week: Week, replications = FIRST): Promise<Scored | null> {
    const key = keyOf(week);
    const known = this.#played.get(key);
    if (known !== undefined) return known;
    let saved = await this.#trial.saved(week, replications);
    if (saved === null) return null;
    const least = this.#elite.at(-1)?.saved ?? 0;
    const isGood = replications >= FIRST && (this.#elite.length < ELITE || saved > least);
    if (isGood) saved = (await this.#trial.saved(week, MORE)) ?? saved;
    const isSound = !isGood || this.#trial.isSound(week);
    // The search may pass through weeks that break a guardrail: what mends them is often one step away.
    const scored = { week, saved: isSound || saved < 0 ? saved : UNSOUND * saved };
    this.#played.set(key, scored);
    if (isGood && isSound && saved > 0) this.#elite = best([...this.#elite, scored]).slice(0, ELITE);
    return scored;
  }

  /** Steps to the best week beside, even downhill, never back to what was just changed; recombines when it is stuck. */
  async #search(): Promise<void> {
    const tabu = new Map<string, number>();
    let at = this.#elite[0] ?? null;
    let stuck = 0;
    for (let turn = 0; !this.#isOver(); turn++) {
      const before = this.#elite[0]?.saved ?? 0;
      if (at === null || stuck >= PATIENCE) {
        at = (await this.#recombine()) ?? at;
        stuck = 0;
      }
      const found: { readonly scored: Scored; readonly changed: readonly WeekChange[] }[] = [];
      for (let n = 0; n < NEIGHBOURS && !this.#isOver(); n++) {
        const move = neighbour(at?.week ?? [], this.#trial.judge, this.#worthOf, this.#draw);
        if (move === null) continue;
        const scored = await this.#play(move.week);
        if (scored === null) continue;
        const changed = [move.added, move.dropped].filter((one) => one !== null);
        const isTabu = changed.some(({ id }) => (tabu.get(id) ?? -1) > turn);
        // What is better than anything yet is taken all the same.
        if (!isTabu || scored.saved > before) found.push({ scored, changed });
      }
      const next = found.sort((a, b) => b.scored.saved - a.scored.saved)[0];
      if (next !== undefined) {
        at = next.scored;
        for (const { id } of next.changed) tabu.set(id, turn + TENURE);
      } else if (turn > this.#trial.budget) return;
      stuck = (this.#elite[0]?.saved ?? 0) > before ? 0 : stuck + 1;
    }
  }

  /** The best of a few weeks between two of the elite. */
  async #recombine(): Promise<Scored | null> {
    const { judge } = this.#trial;
    let found: Scored | null = null;
    for (let n = 0; n < NEIGHBOURS / 2 && !this.#isOver(); n++) {
      const [one, other] = [oneOf(this.#elite, this.#draw), oneOf(this.#elite, this.#draw)];
      if (one === undefined || other === undefined || one === other) continue;
      let week = recombined(one.week, other.week, judge, this.#draw);
      const more = promising(judge, this.#worthOf, this.#draw);
      if (more !== undefined && judge.allows(withChange(week, more))) week = withChange(week, more);
      if (week.length === 0) continue;
      const scored = await this.#play(week);
      if (scored !== null && (found === null || scored.saved > found.saved)) found = scored;
    }
    return found;
  }
}

/** What a scatter and tabu search finds within the budget. */
export const bestLocal = (trial: Trial, draw: Draw): Promise<Found> => new ScatterTabu(trial, draw).find();
