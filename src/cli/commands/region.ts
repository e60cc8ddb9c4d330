/** `creneau region build`: a territory as a scenario, simulated beside what is published before it is written. */
import { buildRegion } from '../../calibrate/region/build.ts';
import type { BuiltRegion, RegionProgress } from '../../calibrate/region/request.ts';
import { writeTextFile } from '../../io/write.ts';
import { scenarioHash } from '../../model/hash.ts';
import { type Balance, departmentsOf } from '../../model/oqos/balance.ts';
import { departmentLabel } from '../../model/oqos/departments.ts';
import type { RegionBuildDocument } from '../../model/results/region.ts';
import { RESULT_VERSION } from '../../model/results/results.ts';
import type { Language } from '../../report/language.ts';
import { regionPage } from '../../report/region-page.ts';
import type { Style } from '../../report/table-layout.ts';
import { emit } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { loadBalance } from '../load-balance.ts';
import { writableFindings } from '../optimize/write-variant.ts';
import { playUpTo } from '../pool/play.ts';
import { LocalPlayer } from '../pool/player.ts';
import { stoppable } from '../pool/stoppable.ts';
import { WorkerPool } from '../pool/worker-pool.ts';
import { Progress } from '../progress.ts';
import { type BuildRequest, buildCommand, readBuild } from '../region/build-request.ts';
import { loadRealSites } from '../region/real-sites.ts';
import { regionBalance } from '../region/region-balance.ts';
import { regionFile } from '../region/region-file.ts';
import { quoted } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { programVersion } from '../version.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';

export const read = (words: Words, language: Language): BuildRequest => readBuild(words, language);

export async function run(request: BuildRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const { departments, out } = request;
  const { balance: loaded, findings } = loadBalance(request);
  const balance = loaded === null ? null : regionBalance(loaded);
  const unwritable = out === null ? [] : writableFindings(out, request.force);
  const real =
    balance === null || request.sites === null
      ? { sites: [], findings: [] }
      : loadRealSites(request.sites, balance, departments);
  voice.findings([...findings, ...real.findings, ...unwritable]);
  if (balance === null || real.sites === null || unwritable.length > 0) return EXIT.input;
  const known = departmentsOf(balance);
  const strange = [...(departments ?? []), ...Object.keys(request.examsIn)].filter(
    (code) => !known.includes(code),
  );
  if (strange.length > 0)
    return voice.refuse(
      [...new Set(strange)].map((code) => ({
        code: 'departments-not-in-balance',
        values: { department: departmentLabel(code), known: known.join(', ') },
      })),
    );
  const progress = new Progress(terminal, request.language, request.quiet);
  let built: BuiltRegion | null = null;
  const threads = request.workers ?? terminal.cores;
  const player = threads > 1 ? new WorkerPool(threads) : new LocalPlayer(terminal, () => progress.tick());
  let state = { done: 0, total: 1 };
  progress.watch(() => ({ found: 0, ...state, finished: state.done, asked: state.total }));
  const onProgress = ({ done, total }: RegionProgress): void => {
    state = { done, total: Math.max(1, total) };
    progress.tick();
  };
  const stoppedBy = await stoppable(terminal, [player], progress, async () => {
    built = await buildRegion(
      {
        balance,
        departments,
        seed: request.seed,
        pairing: request.pairing,
        examsPerThousand: request.exams,
        departmentRates: request.examsIn,
        growthPerYear: request.growth,
        ageingPerYear: request.ageing,
        years: request.years,
        realSites: real.sites ?? [],
      },
      (experiment, replications) => playUpTo(experiment, replications, player),
      onProgress,
    );
  });
  if (built === null) {
    voice.say('interruptedEarly', {});
    return stoppedBy === 'SIGTERM' ? EXIT.ended : EXIT.interrupted;
  }
  return print(request, built, balance, terminal, voice);
}

function print(
  request: BuildRequest,
  built: BuiltRegion,
  balance: Balance,
  terminal: Terminal,
  voice: Voice,
): ExitCode {
  const { out, language } = request;
  const { raw, scenario, ...parts } = built;
  const document: RegionBuildDocument = {
    creneau: RESULT_VERSION,
    command: 'region build',
    scenario: { name: scenario.name, hash: scenarioHash(scenario) },
    balance: { id: balance.id, title: balance.title },
    ...parts,
  };
  if (out !== null) {
    const text = regionFile(raw, document, buildCommand(request, out));
    const findings = writeTextFile(out, text, request);
    voice.findings(findings);
    if (findings.length > 0) return EXIT.input;
    voice.note('written', { file: out });
  }
  const options = { language, command: buildCommand(request, out), version: programVersion() };
  const page = (style: Style) => regionPage(document, { ...options, style });
  if (!emit({ ...request, out: null }, document, page, terminal, voice)) return EXIT.input;
  if (!request.json) {
    if (out === null) voice.note('regionKeep', {});
    else voice.note('regionNext', { file: quoted(out) });
  }
  return EXIT.done;
}
