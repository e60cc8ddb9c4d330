/** Files of rules, read and told. UPDATE_EXPECTED=1 writes the texts of `test/cli/rules` anew: read what has changed. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyOptions, loadRules, type RuleOptions } from '../../src/cli/load-rules.ts';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { defaultRules } from '../../src/model/rules/defaults.ts';
import { parseFreeze } from '../../src/model/rules/freeze.ts';
import { parseTarget } from '../../src/optimize/backlog/target.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { tellFinding } from '../../src/report/messages.ts';
import { temporaryFolder } from './fake-terminal.ts';

const FOLDER = 'test/cli/rules';
const EXAMPLE = 'scenarios/rules/hopital-reference.yaml';
const isUpdating = process.env.UPDATE_EXPECTED === '1';
const hospital = loadScenario('scenarios/hopital-reference.yaml').scenario!;
const folder = temporaryFolder();
const load = (text: string) => loadRules(folder.write('rules.yaml', text), hospital);

describe('a broken file of rules', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

  it.each(files.flatMap((name) => LANGUAGES.map((language) => [name, language] as const)))(
    '%s is told whole in %s, each with its place',
    (name, language) => {
      const { rules, findings } = loadRules(`${FOLDER}/${name}`, hospital);
      const text = `${findings.flatMap((one) => tellFinding(one, language)).join('\n')}\n`;
      const expected = `${FOLDER}/${name.replace('.yaml', `.${language}.txt`)}`;
      if (isUpdating) writeFileSync(expected, text);
      expect(existsSync(expected), `${expected} is missing: run with UPDATE_EXPECTED=1`).toBe(true);
      expect(text).toBe(readFileSync(expected, 'utf8'));
      expect(rules).toBeNull();
    },
  );

  it('is told in the order of the file', () => {
    for (const name of files) {
      const lines = loadRules(`${FOLDER}/${name}`, hospital).findings.map(({ line }) => line ?? 0);
      expect(lines.length).toBeGreaterThan(5);
      expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    }
  });
});

describe('loadRules', () => {
  it('gives those assumed when no file is named', () => {
    expect(loadRules(null, hospital)).toEqual({ rules: defaultRules(hospital), findings: [] });
  });

  it('reads the example, in which every part is there', () => {
    const { rules, findings } = loadRules(EXAMPLE, hospital);
    expect(findings).toEqual([]);
    expect(rules?.staff.map(({ group, site }) => `${group} ${site}`)).toEqual([
      'technologist ch',
      'radiologist null',
      'secretary ch',
    ]);
    expect(rules?.assumed.map(({ path }) => path)).toEqual([
      'staff.radiologist',
      'staff.secretary@ch.hours-per-week',
      'staff.secretary@ch.persons',
    ]);
  });

  it('reads JSON too', () => {
    const file = folder.write('rules.json', JSON.stringify({ 'creneau-rules': 1, changes: 3 }));
    expect(loadRules(file, hospital).rules?.changes).toBe(3);
  });

  it('says of an empty file, and of a scenario, what rules are', () => {
    const [empty] = load('').findings;
    expect(empty?.code).toBe('rules-empty');
    expect(tellFinding(empty!, 'en')[1]).toContain('“creneau-rules: 1”');
    const [scenario] = load('creneau: 1\nname: x\n').findings;
    expect(tellFinding(scenario!, 'fr')[0]).toContain('ce fichier est un scénario, pas un fichier de règles');
  });

  it('says that a file is missing, or no YAML', () => {
    expect(loadRules('no-such.yaml', hospital).findings[0]?.code).toBe('file-missing');
    expect(load('creneau-rules: [1').findings[0]?.code).toBe('document-bracket');
  });
});

describe('options of the command line', () => {
  const NOTHING: RuleOptions = { maxHours: null, maxChanges: null, budget: null, targets: [], freeze: [] };
  const { rules } = loadRules(EXAMPLE, hospital);
  const apply = (options: Partial<RuleOptions>, to = rules!) =>
    applyOptions(to, { ...NOTHING, ...options }, hospital);
  const targetOf = (text: string) => {
    const target = parseTarget(text);
    if ('fault' in target) throw new Error(text);
    return target;
  };
  const freezeOf = (text: string) => {
    const freeze = parseFreeze(text);
    if ('fault' in freeze) throw new Error(text);
    return freeze;
  };

  it('change nothing when there are none', () => {
    expect(apply({})).toEqual({ rules, faults: [] });
  });

  it('take the place of hours, changes and money of the file', () => {
    const laid = apply({ maxHours: 2, maxChanges: 1, budget: 0 }).rules!;
    expect([laid.addedHours, laid.changes, laid.budgetEuros]).toEqual([2, 1, 0]);
  });

  it('are stated: what they say is no longer assumed', () => {
    const assumed = (options: Partial<RuleOptions>) =>
      apply(options, defaultRules(hospital)).rules!.assumed.map(({ path }) => path);
    expect(assumed({})).toContain('hours');
    expect(assumed({ maxHours: 2 })).not.toContain('hours');
    expect(assumed({ maxChanges: 2 })).not.toContain('changes');
    expect(assumed({ budget: 2 })).not.toContain('budget');
    expect(assumed({ budget: 2 })).toContain('hours');
  });

  it('ask for a delay in the place of that of the file for the same patients, the last one given', () => {
    const targets = ['A:mri<=12d', 'H:ct<=2d', 'A:mri<=10d'].map(targetOf);
    expect(apply({ targets }).rules!.targets).toEqual([
      { class: 'H', modality: 'ct', site: 'ch', days: 2 },
      { class: 'A', modality: 'mri', site: 'ch', days: 10 },
    ]);
  });

  it('freeze more than the file does, never less', () => {
    const { frozen } = apply({ freeze: [freezeOf('irm:tue-wed')] }).rules!;
    expect(frozen).toEqual([
      ...rules!.frozen,
      { device: 'irm', day: 1, hours: null },
      { device: 'irm', day: 2, hours: null },
    ]);
  });

  it('are frozen as data', () => {
    expect(Object.isFrozen(apply({ freeze: [freezeOf('irm')] }).rules!.frozen)).toBe(true);
  });

  it('name a device there is: else it is told with the nearest', () => {
    expect(apply({ freeze: [freezeOf('imr')] })).toEqual({
      rules: null,
      faults: [{ option: 'freeze', fault: 'device', device: 'imr', nearest: 'irm', known: 'irm, scanner' }],
    });
  });

  it('name patients who are booked, at a site where they are: all that is wrong is told at once', () => {
    const targets = ['U:ct<=1d', 'A:mri@nord<=9d'].map(targetOf);
    const { rules: none, faults } = apply({ targets, freeze: [freezeOf('x')] });
    expect(none).toBeNull();
    expect(faults.map(({ option, fault }) => `${option} ${fault}`)).toEqual([
      'target nobody',
      'target site',
      'freeze device',
    ]);
  });

  it('name the site where there are several', () => {
    const sites = [...hospital.sites, { ...hospital.sites[0]!, id: 'nord' }];
    const flows = hospital.flows.map((flow) => ({ ...flow, sites: ['ch', 'nord'] }));
    const { faults } = applyOptions(
      rules!,
      { ...NOTHING, targets: [targetOf('A:mri<=9d')] },
      { ...hospital, sites, flows },
    );
    expect(faults.map((one) => [one.fault, one.known])).toEqual([['several-sites', 'ch, nord']]);
  });
});
