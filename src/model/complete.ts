/** From what the user wrote to a complete scenario: defaults filled in, each one remembered as an assumption. */
import { completeDevices } from './complete-device.ts';
import { completeFlows } from './complete-flow.ts';
import { completeCalendar, completeSites } from './complete-site.ts';
import { DEFAULTS } from './defaults.ts';
import { deepFreeze } from './freeze.ts';
import type { Law } from './law.ts';
import { genericExam, Ledger, type Logs, labelOf } from './ledger.ts';
import type { Exam, Scenario } from './scenario.ts';
import type { ScenarioInput } from './schema.ts';
import { CLASSES, MODALITIES, type PatientClass } from './vocabulary.ts';

function completeExams(input: ScenarioInput, ledger: Ledger): Exam[] {
  const set = DEFAULTS[input.defaults ?? 'anap-2010'].byModality;
  const written = Object.entries(input.exams ?? {});
  const generic = MODALITIES.filter((modality) =>
    input.flows.some((flow) => flow.modality === modality && flow.exams === undefined),
  ).map(
    (modality) =>
      [genericExam(modality), { modality, label: { en: 'any exam', fr: 'tout examen' } }] as const,
  );
  return [...written, ...generic]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, exam]: readonly [string, NonNullable<ScenarioInput['exams']>[string]]) => {
      const durations = {} as Record<PatientClass, Law>;
      for (const patientClass of CLASSES) {
        const fallback = set[exam.modality].durations?.[patientClass];
        const field = exam.durations?.[patientClass];
        const path = `exams.${id}.durations.${patientClass}`;
        durations[patientClass] =
          fallback === undefined
            ? (field?.law ?? { law: 'deterministic', value: 0 })
            : ledger.law(path, field, fallback);
      }
      return {
        id,
        modality: exam.modality,
        label: labelOf(exam.label, id),
        group: exam.group ?? 'general',
        needs: exam.needs ?? [],
        icr: exam.icr ?? 0,
        durations,
      };
    });
}

/**
 * The complete, frozen scenario of a validated input. Lists come out in canonical order (by id), so that the order
 * of the file changes no number. References are assumed sound: `checkScenario` says what is not, before.
 */
export function completeScenario(input: ScenarioInput, logs: Logs = new Map()): Scenario {
  const ledger = new Ledger();
  const defaults = DEFAULTS[input.defaults ?? 'anap-2010'];
  const exams = completeExams(input, ledger);
  const devices = completeDevices(input, defaults, exams, ledger);
  const run = input.run ?? {};
  return deepFreeze({
    name: labelOf(input.name, ''),
    description: input.description === undefined ? null : labelOf(input.description, ''),
    calendar: completeCalendar(input, devices),
    run: {
      weeks: run.weeks ?? 52,
      replications: run.replications ?? 10,
      seed: String(run.seed ?? 1),
      warmupWeeks: run['warmup-weeks'] ?? 'auto',
    },
    exams,
    sites: completeSites(input, defaults, ledger),
    devices,
    flows: completeFlows(input, defaults, exams, logs, ledger),
    assumptions: ledger.entries(),
  });
}
