/** `creneau sweep`: its options and help. */
import {
  COMMON_OPTIONS,
  FOLDER,
  FORCE_OPTION,
  JSON_OPTION,
  NAME,
  RUN_OPTIONS,
  STRICT_OPTION,
  WORKERS_OPTION,
} from '../option.ts';
import type { Page } from '../page.ts';

export const SWEEP_PAGE: Page = {
  summary: {
    en: 'simulate several scenarios, or one with values varied',
    fr: 'simuler plusieurs scénarios, ou un seul en variant des valeurs',
  },
  usage: { en: 'FILE… --out FOLDER [options]', fr: 'FICHIER… --out DOSSIER [options]' },
  examples: [
    'creneau sweep scenarios/hopital-reference.yaml --vary devices.irm-1.slots.A=25,30,35 --out slots',
    'creneau sweep scenarios/hopital-reference.yaml scenarios/gie-irm.yaml --out both',
  ],
  text: {
    en: `Every combination of the values is simulated with the same random numbers. What is finished is kept in FOLDER: interrupted or killed, the same command goes on where it stopped and ends with the same numbers. FOLDER then holds sweep.csv (one row per point) and sweep.json (every indicator).`,
    fr: `Toutes les combinaisons des valeurs sont simulées avec les mêmes tirages. Ce qui est fini reste dans DOSSIER : interrompue ou arrêtée de force, la même commande reprend où elle en était et donne les mêmes nombres. DOSSIER contient ensuite sweep.csv (une ligne par point) et sweep.json (tous les indicateurs).`,
  },
  options: [
    {
      name: 'vary',
      takes: { en: 'PATH=VALUES', fr: 'CHEMIN=VALEURS' },
      repeats: true,
      example: 'devices.irm-1.slots.A=25,30,35',
      describe: {
        en: 'values a,b,c or from..to..step of one field (may repeat)',
        fr: 'valeurs a,b,c ou de..à..pas d’un champ (répétable)',
      },
    },
    {
      name: 'out',
      takes: FOLDER,
      example: 'sweep',
      describe: { en: 'where it is kept (made if need be)', fr: 'où tout est gardé (créé au besoin)' },
    },
    {
      name: 'on',
      takes: NAME,
      repeats: true,
      example: 'firstAvailable.A.p50',
      describe: {
        en: 'indicators in the table, by the end of their path',
        fr: 'indicateurs du tableau, par la fin de leur chemin',
      },
    },
    JSON_OPTION,
    FORCE_OPTION,
    ...RUN_OPTIONS,
    WORKERS_OPTION,
    STRICT_OPTION,
    ...COMMON_OPTIONS,
  ],
  exits: {
    130: {
      en: 'interrupted; the same command goes on where it stopped',
      fr: 'interrompu ; la même commande reprend où elle en était',
    },
  },
};
