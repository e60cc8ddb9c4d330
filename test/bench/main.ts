/**
 * Speed, measured: one JSON line a workload on stdout. CPU time (user and system) from the frozen scenario to the
 * indicators, median of five passes after a warm one; peers beside them when they are installed. Absolute times
 * depend on the machine: the calibration line (a fixed loop) and the peers are there to compare with.
 */
import { fileURLToPath } from 'node:url';
import { readScenarioDocument } from '../../src/io/scenario-file.ts';
import { completeScenario } from '../../src/model/complete/complete.ts';
import type { SimulationResult } from '../../src/model/results/results.ts';
import { zScenario } from '../../src/model/schema/schema.ts';
import { simulateScenario } from '../../src/stats/experiment.ts';
import { answerLines } from './answers.ts';
import { calibrationLine, peerLines } from './peers.ts';
import { weekLines } from './weeks.ts';
import { COBHAM_WAITS, queueWorkloads, type Workload } from './workloads.ts';

const PASSES = 5;

const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const spent = process.cpuUsage(before);
  return (spent.user + spent.system) / 1e6;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function done(result: SimulationResult): number {
  return result.books.reduce((sum, books) => sum + books.out.done, 0);
}

function time(workload: Workload): void {
  const { scenario, weeks, replications } = workload;
  let result: SimulationResult | null = null;
  const pass = () => {
    result = simulateScenario(scenario, { weeks, replications });
  };
  pass();
  const seconds = Array.from({ length: PASSES }, () => cpuSeconds(pass));
  const passages = done(result!);
  const cpu = median(seconds);
  const first = Object.values(result!.devices)[0]!;
  const waits =
    workload.id === 'W2x20'
      ? Object.fromEntries(
          Object.entries(COBHAM_WAITS).map(([patientClass, exact]) => {
            const wait = first.wait[patientClass as keyof typeof COBHAM_WAITS].mean;
            return [patientClass, { mean: wait === null || wait === 'unstable' ? wait : wait.mean, exact }];
          }),
        )
      : undefined;
  print({
    engine: 'creneau',
    workload: workload.id,
    passages,
    cpuSeconds: cpu,
    cpuSecondsMin: Math.min(...seconds),
    passagesPerCpuSecond: Math.round(passages / cpu),
    ...(waits === undefined ? {} : { waitMinutes: waits }),
  });
}

function hospital(): Workload {
  const file = fileURLToPath(new URL('../test/bench/hopital-every-effect.yaml', import.meta.url));
  const { document } = readScenarioDocument(file);
  if (document === null) throw new Error(`cannot read ${file}`);
  const scenario = completeScenario(zScenario.parse(document.value));
  return { id: 'hospital-every-effect', scenario, weeks: 520, replications: 10 };
}

print(calibrationLine());
for (const workload of [...queueWorkloads(), hospital()]) time(workload);
for (const line of await weekLines()) print(line);
for (const line of await answerLines()) print(line);
for (const line of peerLines()) print(line);
