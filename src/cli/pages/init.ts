/** `creneau init`: its options and help. */
import { COMMON_OPTIONS, FILE, FORCE_OPTION, JSON_OPTION, N, type Option } from '../option.ts';
import type { Page } from '../page.ts';

const number = (name: string, takes: Option['takes'], example: string, en: string, fr: string): Option => ({
  name,
  takes,
  example,
  describe: { en, fr },
});

export const INIT_PAGE: Page = {
  summary: {
    en: 'write a scenario from the eight numbers people know',
    fr: 'écrire un scénario à partir des huit nombres que l’on connaît',
  },
  usage: { en: '[options]', fr: '[options]' },
  examples: [
    'creneau init --out site.yaml',
    'creneau init --from numbers.csv --week week.xlsx --out site.yaml',
  ],
  text: {
    en: 'What is not given is asked, on a terminal. Slot lengths, inpatient places and latent demand are found by simulation, so that occupancy and delays come back; how well is said, and stamped on every later result.',
    fr: 'Ce qui n’est pas donné est demandé, sur un terminal. Durées de plage, places d’hospitalisés et demande latente sont trouvées par simulation, pour retrouver occupation et délais ; la qualité du calage est dite, et rappelée sur chaque résultat.',
  },
  options: [
    number('modality', { en: 'ct|mri', fr: 'scanner|irm' }, 'ct', 'CT or MRI', 'scanner ou IRM'),
    number(
      'site-type',
      { en: 'TYPE', fr: 'TYPE' },
      'public',
      'public, gie or private',
      'public, gie ou privé',
    ),
    number('opening', N, '47', 'scheduled hours a week', 'heures programmées par semaine'),
    number('passages', N, '158', 'patients a week', 'patients par semaine'),
    number(
      'mix',
      { en: 'A/H/R/U', fr: 'A/H/R/U' },
      '35/38/4/23',
      'their classes, percent',
      'leurs classes, pour cent',
    ),
    number('delay-a', N, '7', 'days to an ambulatory appointment', 'jours avant un rendez-vous ambulatoire'),
    number('delay-h', N, '2', 'days to an inpatient appointment', 'jours avant un rendez-vous d’hospitalisé'),
    number(
      'occupancy',
      { en: 'P%', fr: 'P%' },
      '60.6%',
      'exam time over scheduled opening',
      'temps d’examen sur ouverture programmée',
    ),
    number(
      'from',
      FILE,
      'numbers.csv',
      'the numbers in a CSV: name;value',
      'les nombres dans un CSV : nom;valeur',
    ),
    number('week', FILE, 'week.xlsx', 'the week in a spreadsheet', 'la semaine dans un tableur'),
    number('name', { en: 'TEXT', fr: 'TEXTE' }, 'site-1', 'name of the scenario', 'nom du scénario'),
    number('out', FILE, 'site.yaml', 'where to write it (else on stdout)', 'où l’écrire (sinon sur stdout)'),
    FORCE_OPTION,
    JSON_OPTION,
    ...COMMON_OPTIONS,
  ],
};
