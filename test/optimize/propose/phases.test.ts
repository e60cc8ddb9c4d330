/** The progress of the search: never back, never beyond the end. */
import { expect, it } from 'vitest';
import type { ProposeProgress } from '../../../src/optimize/propose/options.ts';
import { Phases } from '../../../src/optimize/propose/phases.ts';

/** What is told of phases as they end. */
function told(tell: (phases: Phases) => void, without: ConstructorParameters<typeof Phases>[1] = []) {
  const found: ProposeProgress[] = [];
  tell(new Phases((progress) => found.push(progress), without));
  return found.map(({ done, total }) => done / total);
}

it('ends at its end with the last phase asked for', () => {
  expect(told((phases) => phases.reached('sets'))).toEqual([1]);
  expect(told((phases) => phases.reached('proof'), ['sets'])).toEqual([1]);
});

it('counts a phase that ended early or was left out as done', () => {
  const [early, late] = told((phases) => {
    phases.reached('firstLook');
    phases.reached('ladder');
  });
  expect(early).toBeGreaterThan(0);
  expect(late).toBeGreaterThan(early!);
  expect(late).toBeLessThan(1);
});

it('moves within a phase by the part that is done, never beyond it', () => {
  const [half, more] = told((phases) => {
    phases.reached('sets', 0.5);
    phases.reached('sets', 3);
  });
  expect([half! < 1, more]).toEqual([true, 1]);
});
