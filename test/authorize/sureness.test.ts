/** A note says no more than is known: verdicts as sure as their texts, conditions beside them, dates that do not fit. */
import { describe, expect, it } from 'vitest';
import { anomaliesOf } from '../../src/authorize/anomalies.ts';
import { instruct } from '../../src/authorize/instruct.ts';
import { judge2020 } from '../../src/authorize/rules-2020.ts';
import { judge2023 } from '../../src/authorize/rules-2023.ts';
import type { Balance } from '../../src/model/oqos/balance.ts';
import { idf202005 } from '../../src/model/oqos/idf-2020-05.ts';
import type { AuthorisationRequest } from '../../src/model/oqos/request.ts';
import { parseRequest } from '../../src/model/oqos/request-parse.ts';
import { instructionPage } from '../../src/report/instruction-page.ts';
import { PAGE_WIDTH, PLAIN } from '../../src/report/table-layout.ts';

const MRI = { request: 1, id: 'a', applicant: 'x', equipment: 'mri', department: '78', devices: 1 };
const parsed = (more: object) => parseRequest({ ...MRI, ...more });

function requestOf(more: object): AuthorisationRequest {
  const { request, findings } = parsed(more);
  expect(findings).toEqual([]);
  return request!;
}

const note = (balance: Balance, ...requests: readonly object[]) =>
  instruct(
    requests.map((one) => ({ file: 'a.yaml', request: requestOf(one) })),
    balance,
    'separate',
    null,
  );
const pageOf = (...requests: readonly object[]) =>
  instructionPage(note(idf202005, ...requests), { language: 'en', style: PLAIN });
const pointsOf = (more: object, balance = idf202005) =>
  note(balance, more).requests[0]!.points.map(({ point }) => point);

const NEW = { kind: 'new-device-new-site' };
const EXISTING = { kind: 'new-device-existing-site' };
const IN_93 = { equipment: 'scanner', department: '93', interventional: true };

describe('how sure a verdict is', () => {
  it('of a renewal, is our deduction: no text read says that it leaves the count unchanged', () => {
    const renewal = requestOf({ kind: 'renewal' });
    expect(judge2020(renewal, { balance: idf202005, used: [] }, 'separate').mark).toBe('D');
  });
});

describe('a site new to the equipment, since June 2023', () => {
  const reasons = (site: object | undefined) =>
    judge2023(requestOf({ ...NEW, ...(site === undefined ? {} : { site }) })).map(
      ({ verdict, reason }) => `${verdict}: ${reason}`,
    );

  it('is not taken for one without scanners where its file says nothing', () => {
    expect(reasons(undefined)).toEqual([
      'not-determined: site-newness-unknown',
      'not-determined: devices-unknown',
    ]);
  });

  it('needs an authorisation of its own where it has neither scanner nor MRI', () => {
    expect(reasons({ scanners: 0 })[0]).toBe('not-determined: site-objectives-unknown');
  });

  it('is not told to need one where it already has scanners', () => {
    expect(reasons({ scanners: 1, mris: 0 })).toEqual([
      'not-determined: site-already-equipped',
      'condition: kinds-met',
    ]);
  });
});

describe('a request that contradicts its own site', () => {
  it.each([
    ['a new site that has an MRI', { ...NEW, site: { mris: 1 } }],
    ['a move to a site that has an MRI', { kind: 'moved-device', site: { mris: 2 } }],
    ['an authorised site without MRI', { ...EXISTING, site: { scanners: 2, mris: 0 } }],
    ['the renewal of an MRI where there is none', { kind: 'renewal', site: { mris: 0 } }],
    ['a scanner on an authorised site without any', { ...EXISTING, equipment: 'CT', site: { scanners: 0 } }],
  ])('is refused: %s', (_name, more) => {
    expect(parsed(more).findings.map(({ code }) => code)).toEqual(['request-site-contradicts']);
  });

  it('is not seen in an interventional scanner, which those counts leave aside', () => {
    expect(parsed({ ...EXISTING, ...IN_93, site: { scanners: 0 } }).findings).toEqual([]);
  });
});

describe('the summary of a note', () => {
  it('says beside the first answer since 2023 that a condition is not met', () => {
    const page = pageOf({ ...EXISTING, site: { scanners: 0, mris: 2 } });
    expect(page[1]).toBe('  a  2020: RECEIVABLE · since 2023: INFORMATION ONLY, a condition NOT MET');
  });

  it('fits the page', () => {
    const act = { act: 'A', devices: 1, sites: 1 };
    const long = {
      ...EXISTING,
      id: 'a-very-long-name-of-a-request-that-takes-half-a-line',
      department: '93',
    };
    const site = { scanners: 2, mris: 2 };
    const page = pageOf({ ...long, site, 'exceptional-needs': act });
    expect(Math.max(...page.map((line) => line.length))).toBeLessThanOrEqual(PAGE_WIDTH);
  });
});

describe('files whose verdict is not determined', () => {
  it('are not said to be impossible to grant together', () => {
    const dedicated = { ...EXISTING, equipment: 'scanner', department: '77', interventional: true };
    const page = pageOf(dedicated, { ...dedicated, id: 'b' }).join('\n');
    expect(page).toContain('none of these files is receivable in full');
    expect(page).not.toContain('can be granted');
  });
});

describe('a site place beside an interventional place alone', () => {
  const rows = idf202005.rows.map((row) =>
    row.equipment === 'scanner' && row.department === '93'
      ? { ...row, sites: { ...row.sites, high: row.sites.high + 1 } }
      : row,
  );
  const balance = { ...idf202005, rows };

  it('is not said to be of use to moved devices only', () => {
    const [one] = note(balance, { ...NEW, ...IN_93 }).requests;
    expect(one!.regime2020.verdict).toBe('receivable');
    expect(one!.points.map(({ point }) => point)).not.toContain('move-only');
  });

  it('is no anomaly A7', () => {
    const found = anomaliesOf(balance).filter(({ id, equipment }) => id === 'A7' && equipment === 'scanner');
    expect(found).toEqual([]);
  });
});

describe('the rate of a department after an interventional scanner', () => {
  it('is told with that scanner beside it, in the region too', () => {
    const page = pageOf({ ...EXISTING, ...IN_93 })
      .map((line) => line.trim())
      .join(' ');
    expect(page).toContain('30 devices, 18.5 per million; 1 interventional scanner beside');
    expect(page).toMatch(/Region +263 \(11\)/);
  });
});

describe('the date of a file', () => {
  it.each([
    ['2020-04-30', ['filed-before-balance']],
    ['2020-05-01', []],
    ['2023-05-31', []],
    ['2023-06-01', ['filed-since-2023']],
  ])('%s: %j', (filed, expected) => {
    const told = pointsOf({ ...NEW, filed }).filter((point) => point.startsWith('filed-'));
    expect(told).toEqual(expected);
  });

  it('is told as each language writes it', () => {
    const document = note(idf202005, { ...NEW, filed: '2020-04-30' });
    const page = instructionPage(document, { language: 'fr', style: PLAIN }).join(' ').replace(/\s+/g, ' ');
    expect(page).toContain('une date (30/04/2020) antérieure à l’effet de ce bilan (mai 2020)');
  });
});

describe('an act of exceptional needs written in two ways', () => {
  it('gives its places once', () => {
    const act = (name: string) => ({ 'exceptional-needs': { act: name, devices: 1, sites: 0 } });
    const one = { ...EXISTING, department: '93' };
    const { competitions } = note(
      idf202005,
      { ...one, ...act('Arrêté DOS-2022/996') },
      { ...one, id: 'b', ...act('arrêté  DOS 2022/996') },
    );
    expect(competitions[0]!.maximalSets.map(({ granted }) => granted)).toEqual([['a'], ['b']]);
  });
});
