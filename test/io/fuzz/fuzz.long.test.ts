/** Readers under random fire: a million inputs and more. Another run: CRENEAU_FUZZ_SEED=anything. */
import { expect, it } from 'vitest';
import { failuresText, fuzz } from './fuzz.ts';
import { DOCUMENT_TARGET, LOG_TARGET } from './targets.ts';
import { anyWorkbook, checkWorkbook, WEEK_CSV_TARGET, workbookSeeds } from './week-targets.ts';

const SEED = process.env.CRENEAU_FUZZ_SEED ?? 'long';

const DOCUMENTS = 500_000;
const LOGS = 480_000;
const WEEKS = 20_000;
const WORKBOOKS = 3000;

it('a million inputs are tried, of which enough are YAML and enough are CSV', () => {
  expect(DOCUMENTS + LOGS + WEEKS).toBeGreaterThanOrEqual(1_000_000);
  expect(DOCUMENTS).toBeGreaterThanOrEqual(500_000);
  expect(LOGS + WEEKS).toBeGreaterThanOrEqual(300_000);
});

it.each([
  [DOCUMENT_TARGET, DOCUMENTS, 600],
  [LOG_TARGET, LOGS, 25],
  [WEEK_CSV_TARGET, WEEKS, 25],
])('the readers take anything, and say what is wrong with it: %#', (target, inputs, signatures) => {
  let tried = 0;
  const counted = {
    ...target,
    check: (input: string) => {
      tried += 1;
      return target.check(input);
    },
  };
  const report = fuzz(counted, inputs, SEED);
  const { failures: _failures, ...numbers } = report;
  console.info(`fuzzing ${target.name}, seed ${SEED}: ${JSON.stringify(numbers)}`);
  expect(failuresText(report, SEED)).toBe('');
  expect(tried).toBe(inputs);
  expect(report.signatures).toBeGreaterThan(signatures);
});

it('the reader of workbooks takes any bytes', async () => {
  const seeds = await workbookSeeds();
  for (let n = 0; n < WORKBOOKS; n++) {
    await checkWorkbook(anyWorkbook(seeds, SEED, n)).catch((error: unknown) => {
      throw new Error(`seed ${SEED}, workbook ${n}`, { cause: error });
    });
  }
});
