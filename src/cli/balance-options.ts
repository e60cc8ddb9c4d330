/** What `oqos` and `authorize` share on the command line: which balance, and how its parentheses are read. */
import { READINGS } from '../model/oqos/balance.ts';
import type { BalanceChoice } from './load-balance.ts';
import { FILE, type Option } from './option.ts';
import type { Words } from './words.ts';

export const BALANCE_OPTIONS: readonly Option[] = [
  {
    name: 'balance',
    takes: FILE,
    example: 'balance.csv',
    describe: {
      en: 'another balance, in CSV (Île-de-France, May 2020)',
      fr: 'un autre bilan, en CSV (Île-de-France, mai 2020)',
    },
  },
  {
    name: 'totals',
    takes: FILE,
    example: 'totals.csv',
    describe: {
      en: 'its printed totals, in CSV, to hold against its rows',
      fr: 'ses totaux imprimés, en CSV, à comparer à ses lignes',
    },
  },
  {
    name: 'effective',
    takes: { en: 'YYYY-MM', fr: 'AAAA-MM' },
    example: '2024-11',
    describe: { en: 'the month that balance takes effect', fr: 'le mois d’effet de ce bilan' },
  },
  {
    name: 'interventional',
    takes: { en: 'HOW', fr: 'LECTURE' },
    example: 'separate',
    describe: {
      en: 'parentheses: separate (own quota) or included (part of all)',
      fr: 'parenthèses : separate (quota propre) ou included (part du tout)',
    },
  },
];

/** The balance a command line asks for. */
export function readBalanceChoice(words: Words): BalanceChoice {
  const effective = words.text('effective');
  const isMonth = effective === null || /^\d{4}-(0[1-9]|1[0-2])$/.test(effective);
  if (!isMonth) words.refuseValue('effective', effective, 'YYYY-MM');
  const balance = words.text('balance');
  const [totals, month] = [words.text('totals'), effective];
  // The embedded balance has its own totals and its own month.
  if (balance === null && totals !== null) words.refuse('balance-missing', { option: 'totals' });
  if (balance === null && month !== null) words.refuse('balance-missing', { option: 'effective' });
  return {
    balance,
    totals,
    effective: month,
    interventional: words.choice('interventional', READINGS) ?? 'separate',
  };
}
