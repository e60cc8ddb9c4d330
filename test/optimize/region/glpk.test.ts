import { expect, it } from 'vitest';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { regionModel } from '../../../src/optimize/region/model.ts';
import { glpkVerdict, hasGlpk, isGlpkRequired } from '../lp/support/glpk.ts';
import { agree, verdictOf } from '../lp/support/verdict.ts';
import { goalOf, KINDS } from './brute.ts';
import { smallRegion } from './support/small.ts';

// Its name says what is missing when it is skipped: apt-get install glpk-utils.
it.runIf(hasGlpk || isGlpkRequired)(
  'exported models of 24 regions have the same optimum from HiGHS and GLPK (glpk-utils)',
  async () => {
    const highs = new HighsBackend();
    const differences: string[] = [];
    for (let seed = 0; seed < 24; seed++) {
      const kind = KINDS[seed % 4]!;
      const model = regionModel(smallRegion(`glpk${seed}`, { implantations: 6 }), {
        equity: goalOf(kind),
        agendaPooling: seed % 8 >= 4,
        goal: kind === 'none' || seed % 3 === 0 ? 'days' : 'equity',
        within: null,
        forbidden: [],
      });
      const [ours, theirs] = [
        verdictOf(await highs.solve(model, { timeLimitSeconds: 30, relativeGap: 0 })),
        glpkVerdict(model),
      ];
      if (!agree(ours, theirs)) differences.push(`${seed} ${kind}: ${ours.objective} ${theirs.objective}`);
    }
    expect(differences).toEqual([]);
  },
);
