/** Reading hours added where the site says who reads when. */
import type { ReadingWindow, Scenario, Site } from '../../model/scenario.ts';
import { DAY, HOUR } from '../../model/units.ts';
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import type { Lever, LeverCase, NotRankable } from './lever.ts';
import { resources } from './practice-edit.ts';
import { mostly, STRENGTH_UNITS, weekCase } from './week-case.ts';
import { onGrid } from './week-edit.ts';

const ID = 'reading-hours';
const MINUTES = 60;
const WORKING_DAYS = [0, 1, 2, 3, 4];
/** Where nobody reads on a day. */
const USUAL_START = 17 * HOUR;

/** One reader more after the last window of each working day, as far as midnight. */
function withReading(windows: readonly ReadingWindow[], seconds: number): readonly ReadingWindow[] {
  const added = WORKING_DAYS.flatMap((day): readonly ReadingWindow[] => {
    const ends = windows.filter((window) => window.day === day).map(({ toSeconds }) => toSeconds);
    const fromSeconds = ends.length === 0 ? USUAL_START : Math.max(...ends);
    const toSeconds = Math.min(DAY, fromSeconds + seconds);
    return toSeconds > fromSeconds ? [{ day, fromSeconds, toSeconds, readers: 1 }] : [];
  });
  return added.length === 0 ? windows : [...windows, ...added];
}

const hoursOf = (windows: readonly ReadingWindow[]): number =>
  windows.reduce((sum, one) => sum + (one.readers * (one.toSeconds - one.fromSeconds)) / HOUR, 0);

function withReadingAt(scenario: Scenario, id: string, seconds: number): Scenario {
  const rank = scenario.sites.findIndex((site) => site.id === id);
  const site = scenario.sites[rank];
  if (site === undefined || site.reading === null) return scenario;
  const windows = withReading(site.reading.windows, seconds);
  if (windows === site.reading.windows) return scenario;
  return {
    ...scenario,
    sites: scenario.sites.with(rank, { ...site, reading: { ...site.reading, windows } }),
  };
}

const modalitiesAt = (scenario: Scenario, site: Site): readonly Modality[] =>
  MODALITIES.filter((one) =>
    scenario.devices.some(({ site: id, modality }) => id === site.id && modality === one),
  );

function caseAt(scenario: Scenario, site: Site, windows: readonly ReadingWindow[]): LeverCase {
  const apply = (to: Scenario, minutes: number): Scenario => withReadingAt(to, site.id, onGrid(minutes));
  return weekCase(scenario, {
    lever: ID,
    place: site.id,
    site: site.id,
    modalities: modalitiesAt(scenario, site),
    device: null,
    what: {
      en: `${site.label}: ${MINUTES} minutes more of reading at the end of each working day`,
      fr: `${site.label} : ${MINUTES} minutes de lecture de plus en fin de chaque jour ouvré`,
    },
    strength: mostly(MINUTES, STRENGTH_UNITS.minutesADay),
    apply,
    resources: (minutes) => {
      const after = withReading(windows, onGrid(minutes));
      return resources({ hours: { radiologist: minutes > 0 ? hoursOf(after) - hoursOf(windows) : 0 } });
    },
  });
}

const notRankable = (site: Site): NotRankable => ({
  lever: ID,
  site: site.id,
  modality: null,
  device: null,
  without: {
    en: 'reading hours or report delays of the site',
    fr: 'les heures de lecture ou les délais de compte rendu du site',
  },
});

export const READING_HOURS: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Reading hours added', fr: 'Heures de lecture ajoutées' },
  assumption: {
    en: 'One radiologist reads for an hour more after the last reading hours of each working day; reading times and priorities stay. Appointments are not touched: only reports come sooner.',
    fr: 'Un radiologue lit une heure de plus après les dernières heures de lecture de chaque jour ouvré ; temps et priorités de lecture ne changent pas. Les rendez-vous ne sont pas touchés : seuls les comptes rendus viennent plus tôt.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'no effect size published; computed from the reading queue of the site',
      fr: 'aucun effet publié ; calculé par la file de lecture du site',
    },
  },
  effort: 'medium',
  isNegative: false,
  cases: (scenario) => {
    const sites = scenario.sites.filter((site) => modalitiesAt(scenario, site).length > 0);
    return {
      cases: sites.flatMap((site) =>
        site.reading === null ? [] : [caseAt(scenario, site, site.reading.windows)],
      ),
      notRankable: sites.filter(({ reading }) => reading === null).map(notRankable),
    };
  },
});
