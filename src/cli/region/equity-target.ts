/** Whether the bound a user put on equity is reached by what was simulated. */
import type { RegionPlanDocument, ResidentRow } from '../../model/results/region.ts';
import type { Equity } from '../../optimize/region/problem.ts';

/** Share of the inhabitants that the bound of p80 speaks of. */
const FOUR_IN_FIVE = 0.8;

/** Mean days after the plan, of the modality a department waits longest for. */
function longest(residents: readonly ResidentRow[]): readonly { population: number; days: number }[] {
  const departments = [...new Set(residents.map(({ department }) => department))];
  return departments.map((department) => {
    const own = residents.filter((row) => row.department === department);
    const days = own.map(({ offeredDays: { variant } }) =>
      variant === null || variant === 'unstable' ? Number.POSITIVE_INFINITY : variant.mean,
    );
    return { population: own[0]!.population, days: Math.max(...days) };
  });
}

/**
 * True where nothing was bounded, nothing was simulated, or the simulated mean keeps the bound. A bound on travel is the
 * model’s alone.
 * @example isTargetReached({ proposal: null, residents: [] }, { kind: 'none' }) // true
 */
export function isTargetReached(
  { residents }: Pick<RegionPlanDocument, 'proposal' | 'residents'>,
  equity: Equity,
): boolean {
  if (equity.kind === 'none' || equity.kind === 'travel' || equity.mostDays === null) return true;
  const waits = longest(residents).toSorted((a, b) => a.days - b.days);
  if (waits.length === 0) return true;
  if (equity.kind === 'worst') return waits.at(-1)!.days <= equity.mostDays;
  const all = waits.reduce((sum, { population }) => sum + population, 0);
  let below = 0;
  for (const { population, days } of waits) {
    below += population;
    if (below >= FOUR_IN_FIVE * all) return days <= equity.mostDays;
  }
  return true;
}
