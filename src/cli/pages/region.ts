/** `creneau region`: its options and help. */
import { BALANCE_OPTIONS } from '../balance-options.ts';
import { COMMON_OPTIONS, FILE, FORCE_OPTION, JSON_OPTION, N, WORKERS_OPTION } from '../option.ts';
import type { Page } from '../page.ts';

export const REGION_PAGE: Page = {
  summary: {
    en: 'a region to simulate: every scanner and MRI of a balance, demand, travel',
    fr: 'une région à simuler : chaque scanner et IRM d’un bilan, demande, trajets',
  },
  usage: { en: 'build [options]', fr: 'build [options]' },
  examples: [
    'creneau region build --balance scenarios/regions/petite.csv',
    'creneau region build --departments 95 --growth mri=3%,ct=1% --years 3',
  ],
  text: {
    en: 'Devices are counted by the balance and drawn from the panel calibrated on the survey of 2010; sites are synthetic: nobody’s. Demand follows inhabitants and exam rates, patients accept another site by delay and distance. Real sites of a CSV (--sites) replace synthetic ones. The region is simulated before it is written: its delays stand beside the published ones.',
    fr: 'Les appareils sont ceux que compte le bilan, tirés du panel calé sur l’enquête de 2010 ; les sites sont synthétiques : ceux de personne. La demande suit les habitants et les taux d’examens, les patients acceptent un autre site selon délai et distance. Les sites réels d’un CSV (--sites) remplacent des synthétiques. La région est simulée avant d’être écrite : ses délais figurent face à ceux publiés.',
  },
  options: [
    {
      name: 'out',
      takes: FILE,
      example: 'region.yaml',
      describe: { en: 'write the region as a scenario', fr: 'écrire la région en scénario' },
    },
    {
      name: 'departments',
      takes: { en: 'CODES', fr: 'NUMÉROS' },
      example: '78,95',
      describe: { en: 'these only, like 78,95 (all)', fr: 'seulement ceux-là, comme 78,95 (tous)' },
    },
    {
      name: 'sites',
      takes: FILE,
      example: 'sites.csv',
      describe: {
        en: 'real sites, in CSV: one row a device',
        fr: 'sites réels, en CSV : une ligne par appareil',
      },
    },
    {
      name: 'seed',
      takes: { en: 'TEXT', fr: 'TEXTE' },
      example: '1',
      describe: {
        en: 'of the draw of devices; same seed, same region (1)',
        fr: 'graine du tirage ; même graine, même région (1)',
      },
    },
    {
      name: 'pairing',
      takes: { en: '0..1', fr: '0..1' },
      example: '1',
      describe: {
        en: 'share of sites that have both CT and MRI, where possible (1)',
        fr: 'part des sites ayant scanner et IRM, si possible (1)',
      },
    },
    {
      name: 'exams',
      takes: { en: 'RATES', fr: 'TAUX' },
      example: 'mri=119,ct=185',
      describe: {
        en: 'exams a year for 1,000 inhabitants, mri=119,ct=185',
        fr: 'examens par an pour 1 000 habitants, irm=119,scanner=185',
      },
    },
    {
      name: 'exams-in',
      takes: { en: 'DEPT:RATE', fr: 'DÉPT:TAUX' },
      repeats: true,
      example: '95:mri=130',
      describe: {
        en: 'those of one department, 95:mri=130 (may repeat)',
        fr: 'ceux d’un département, 95:irm=130 (répétable)',
      },
    },
    {
      name: 'growth',
      takes: { en: 'RATES', fr: 'TAUX' },
      example: 'mri=3%,ct=1%',
      describe: {
        en: 'of requests, a year, "mri=3%,ct=1%" (0)',
        fr: 'des demandes, par an, "irm=3%,scanner=1%" (0)',
      },
    },
    {
      name: 'ageing',
      takes: { en: '%', fr: '%' },
      example: '0.5%',
      describe: { en: 'growth by ageing, a year (0)', fr: 'croissance par vieillissement, par an (0)' },
    },
    {
      name: 'years',
      takes: N,
      example: '3',
      describe: {
        en: 'years of growth and ageing ahead (0)',
        fr: 'années de croissance et de vieillissement (0)',
      },
    },
    ...BALANCE_OPTIONS,
    JSON_OPTION,
    FORCE_OPTION,
    WORKERS_OPTION,
    ...COMMON_OPTIONS,
  ],
};
