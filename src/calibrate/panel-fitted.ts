/** Every number of the panel that was found rather than stated, as data: what the fitted rows, and the printed medians, fixed. */
import { deepFreeze } from '../model/freeze.ts';
import type { PanelParameter, ReproduceGroup } from '../model/results/reproduce.ts';
import type { Label } from '../model/scenario.ts';
import { CLASSES, MODALITIES } from '../model/vocabulary.ts';
import type { PanelDevice } from './panel-device.ts';
import { latentOf } from './panel-latent.ts';
import { PANEL_PARAMETERS } from './panel-parameters.ts';

const LATENT: Label = {
  en: 'quantiles of exam durations as they were (P20 / P50 / P80 of A, H, R, U; CT then MRI), found so that typed ones have the printed quantiles',
  fr: 'quantiles des durées d’examen réelles (P20 / P50 / P80 de A, H, R, U ; scanner puis IRM), trouvés pour que les durées saisies aient les quantiles imprimés',
};
const EMERGENCY: Label = {
  en: 'emergency vacations of a public device (CT / MRI), found so that the median opening with them is the printed one',
  fr: 'vacations d’urgence d’un appareil public (scanner / IRM), trouvées pour que l’ouverture médiane avec elles soit celle imprimée',
};

/** Knobs found for each device by simulation: eight numbers each, stored with the panel. */
export const FITTED_KNOBS: Readonly<{ names: readonly string[]; usedBy: readonly ReproduceGroup[] }> =
  deepFreeze({
    names: [
      'slotMinutes',
      'inpatientPlaces',
      'demand.A',
      'demand.H',
      'demand.R',
      'demand.U',
      'startDays.A',
      'startDays.H',
    ],
    usedBy: ['delay', 'occupancy', 'passages'],
  });

/**
 * The fitted numbers that are the same for many devices, then the stated ones.
 * @param panel the devices; the emergency vacations are read off them.
 */
export function panelParameters(panel: readonly PanelDevice[]): readonly PanelParameter[] {
  const latent = MODALITIES.flatMap((modality) => {
    const durations = latentOf(modality);
    return CLASSES.flatMap((one) =>
      (['p20', 'p50', 'p80'] as const).map(
        (key): PanelParameter => ({
          id: `duration-${modality}-${one}-${key}`,
          value: durations[one][key],
          range: null,
          unit: 'min',
          status: 'fitted',
          usedBy: ['duration', 'occupancy', 'passages'],
          source: LATENT,
        }),
      ),
    );
  });
  const emergency = MODALITIES.flatMap((modality): PanelParameter[] => {
    const device = panel.find(
      (one) => one.modality === modality && one.siteType === 'public' && !one.isForEmergencies,
    );
    if (device === undefined) return [];
    return [
      {
        id: `emergency-hours-${modality}`,
        value: Math.round((device.emergencyMinutes / 60) * 100) / 100,
        range: null,
        unit: 'h/week',
        status: 'fitted',
        usedBy: ['opening-with-emergency', 'occupancy-with-emergency'],
        source: EMERGENCY,
      },
    ];
  });
  return deepFreeze([...latent, ...emergency, ...Object.values(PANEL_PARAMETERS)]);
}
