/** From what the user wrote to a complete scenario: defaults filled in, each one remembered as an assumption. */

import { deepFreeze } from '../freeze.ts';
import type { Law } from '../law.ts';
import type { Exam, Observed, Region, Scenario } from '../scenario.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { CLASSES, MODALITIES, type PatientClass } from '../vocabulary.ts';
import { DEFAULTS } from './defaults.ts';
import { FIXED_DEFAULTS } from './defaults-fixed.ts';
import { completeDevices } from './device.ts';
import { completeFlows } from './flow.ts';
import { genericExam, Ledger, type Logs, labelOf } from './ledger.ts';
import { completeCalendar, completeSites } from './site.ts';

function completeExams(input: ScenarioInput, ledger: Ledger): Exam[] {
  const set = DEFAULTS[input.defaults ?? FIXED_DEFAULTS.defaults].byModality;
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
        group: exam.group ?? FIXED_DEFAULTS['exams.<exam>.group'],
        needs: exam.needs ?? FIXED_DEFAULTS['exams.<exam>.needs'],
        icr: exam.icr ?? FIXED_DEFAULTS['exams.<exam>.icr'],
        durations,
      };
    });
}

function completeObserved(input: ScenarioInput): readonly Observed[] {
  return (input.observed ?? [])
    .map(({ site, modality, opening, passages, mix, delay, occupancy, source }) => ({
      site,
      modality,
      openingHours: opening ?? null,
      passagesPerWeek: passages ?? null,
      mix: Object.fromEntries(Object.entries(mix ?? {}).filter(([, share]) => share !== undefined)),
      delayDays: { A: delay?.A ?? null, H: delay?.H ?? null },
      occupancy: occupancy ?? null,
      source: source ?? '',
    }))
    .sort((a, b) => (`${a.site} ${a.modality}` < `${b.site} ${b.modality}` ? -1 : 1));
}

function completeRegion({ region }: ScenarioInput): Region | null {
  if (region === undefined) return null;
  return {
    balance: region.balance,
    departments: Object.entries(region.departments)
      .map(([code, { population, ...stated }]) => {
        const perThousand = Object.entries(stated['exams-per-thousand'] ?? {});
        return {
          code,
          population,
          examsPerThousand: Object.fromEntries(perThousand.filter(([, count]) => count !== undefined)),
        };
      })
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    travelMinutes: region.travel,
  };
}

/**
 * The complete, frozen scenario of a validated input. Lists come out in canonical order (by id), so that the order
 * of the file changes no number. References are assumed sound: `checkScenario` says what is not, before.
 */
export function completeScenario(input: ScenarioInput, logs: Logs = new Map()): Scenario {
  const ledger = new Ledger();
  const defaults = DEFAULTS[input.defaults ?? FIXED_DEFAULTS.defaults];
  const exams = completeExams(input, ledger);
  const devices = completeDevices(input, defaults, exams, ledger);
  const run = input.run ?? {};
  return deepFreeze({
    name: labelOf(input.name, ''),
    description: input.description === undefined ? null : labelOf(input.description, ''),
    calendar: completeCalendar(input, devices),
    region: completeRegion(input),
    run: {
      weeks: run.weeks ?? FIXED_DEFAULTS['run.weeks'],
      replications: run.replications ?? FIXED_DEFAULTS['run.replications'],
      seed: String(run.seed ?? FIXED_DEFAULTS['run.seed']),
      warmupWeeks: run['warmup-weeks'] ?? FIXED_DEFAULTS['run.warmup-weeks'],
    },
    exams,
    sites: completeSites(input, defaults, ledger),
    devices,
    flows: completeFlows(input, defaults, exams, logs, ledger),
    observed: completeObserved(input),
    assumptions: ledger.entries(),
  });
}
