/**
 * What the model says of capacity added in reality. Every prediction is made first, from parameters fixed beforehand; the
 * observations are opened after, and each claim is judged. Misses are kept.
 */

import { equipmentConditions, nationalMriSeries } from '../model/benchmark/mri-access-surveys.ts';
import { deepFreeze } from '../model/freeze.ts';
import {
  type HistoryCase,
  type HistoryYear,
  RESULT_VERSION,
  type ValidateHistoryDocument,
} from '../model/results/results.ts';
import { predictEmergencies } from './history-emergencies.ts';
import { type PredictedSeries, predictEquipment, predictSeries } from './history-equipment.ts';
import { neededDemand, neededGrowth } from './history-needed-growth.ts';
import { historyObservations, ONE_TECHNOLOGIST_PER_HOUR } from './history-observed.ts';
import { CT_ROOM_MINUTES, TAU } from './history-parameters.ts';
import { judged, scoreOf } from './history-score.ts';
import { predictTechnologists } from './history-technologists.ts';
import { HISTORY_FULL, type HistoryOptions, type PredictedCase, type Prediction } from './history-types.ts';

/** Minutes of one technologist's work a patient that the room time does not hold: an inversion, no prediction. */
function missingMinutes(): Prediction {
  const mean = 60 / ONE_TECHNOLOGIST_PER_HOUR - CT_ROOM_MINUTES[1];
  const model = { mean, low: null, high: null, n: 1 };
  return { id: 'ct-1-missing-minutes', kind: 'inversion', unit: 'minutes', model, assumption: null };
}

function yearsOf(series: PredictedSeries): readonly HistoryYear[] {
  const observed = nationalMriSeries();
  return observed.map((year, rank) => ({
    year: year.year,
    machines: year.machines,
    observedDays: year.delayDays,
    fixedDemandDays: series.fixedDemand[rank]!,
    examVolumesDays: series.examVolumes[rank]!,
    indicationsDays: series.indications[rank]!,
    neededDemand: neededDemand(year, observed[0]!, TAU.value),
  }));
}

/**
 * The document of `validate history`. The same options give the same numbers, always.
 */
export function validateHistory(options: HistoryOptions = HISTORY_FULL): ValidateHistoryDocument {
  // First what the model says.
  const conditions = equipmentConditions();
  const equipment = predictEquipment(conditions, options);
  const series = predictSeries(conditions, options);
  const emergencies = predictEmergencies(options);
  const technologists = predictTechnologists(options);
  // Then what was seen, and what it takes to agree with it.
  const observed = historyObservations();
  const growth = neededGrowth(nationalMriSeries(), options);
  const judge = (
    id: HistoryCase['id'],
    { parameters, predictions }: PredictedCase,
    inversions: readonly Prediction[] = [],
    years: readonly HistoryYear[] = [],
  ): HistoryCase => ({
    id,
    parameters,
    claims: [...predictions, ...inversions].map((one) => judged(one, observed[one.id])),
    years,
  });
  const cases = [
    judge('equipment', equipment, [growth], yearsOf(series)),
    judge('emergencies', emergencies),
    judge('technologists', technologists, [missingMinutes()]),
  ];
  return deepFreeze({
    creneau: RESULT_VERSION,
    command: 'validate history',
    seed: options.seed,
    replications: options.replications,
    assumptionSets: options.sets,
    cases,
    score: scoreOf(cases.flatMap(({ claims }) => claims)),
  });
}
