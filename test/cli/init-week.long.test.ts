/** `creneau init --week`: a site's own week, from its spreadsheet. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
const NUMBERS = '--modality mri --site-type gie --passages 118 --mix 92/7/0/1 --delay-a 21 --delay-h 7'.split(
  ' ',
);
const OCCUPANCY = ['--occupancy', '81.4%'];

/** The rows of the week of a scenario file, and what init says of it. */
async function written(name: string, words: readonly string[]) {
  const out = folder.path(name);
  const { code, err } = await run(['init', ...NUMBERS, ...OCCUPANCY, ...words, '--out', out]);
  const text = code === 0 ? readFileSync(out, 'utf8') : '';
  const week = text.split('\n').filter((line) => line.includes('days: '));
  return { code, err, text, week, out };
}

/** A French spreadsheet as it is saved: a short Wednesday, and an evening for emergencies. */
const FRENCH = `salle;jour;début;fin;type
irm;lundi;08:00;20:00;libérale
irm;mardi;08:00;20:00;libérale
irm;mercredi;08:00;12:30;libérale
irm;jeudi;08:00;20:00;libérale
irm;vendredi;08:00;20:00;libérale
irm;vendredi;20:00;22:00;urgences
`;

describe('creneau init with a week', () => {
  it.each(['csv', 'xlsx'])('writes the week again that was exported (.%s)', async (format) => {
    const first = await written(`first-${format}.yaml`, ['--opening', '57']);
    const sheet = folder.path(`week.${format}`);
    expect((await run(['week', 'export', first.out, '--out', sheet])).code).toBe(0);
    const again = await written(`again-${format}.yaml`, ['--opening', '57', '--week', sheet]);
    expect(again.err).not.toContain('warning');
    expect(again.text).toBe(first.text);
  });

  it('takes the opening from a French spreadsheet when it is not given', async () => {
    const sheet = folder.write('semaine.csv', FRENCH);
    const { code, week, text, err } = await written('own.yaml', ['--week', sheet]);
    expect(code).toBe(0);
    expect(err).not.toContain('warning');
    expect(text).toContain('opening: 52.5,');
    const hours = week.map((row) =>
      /days: (\w+), from: "([\d:]+)", to: "([\d:]+)", type: (\w+)/.exec(row)!.slice(1),
    );
    expect(hours).toEqual([
      ['mon', '08:00', '20:00', 'liberal'],
      ['tue', '08:00', '20:00', 'liberal'],
      ['wed', '08:00', '12:30', 'liberal'],
      ['thu', '08:00', '20:00', 'liberal'],
      ['fri', '08:00', '20:00', 'liberal'],
      ['fri', '20:00', '22:00', 'emergency'],
    ]);
  });

  it('says when the week opens other hours than were given, and uses the week', async () => {
    const sheet = folder.write('other.csv', FRENCH);
    const { code, err, text } = await written('other.yaml', [
      '--opening',
      '47',
      '--week',
      sheet,
      '--lang',
      'fr',
    ]);
    expect(code).toBe(0);
    expect(err).toContain(
      '--opening: avertissement\u202f: la semaine du tableur ouvre 52,5 h, et non 47 h\u202f: c’est la semaine qui sert\n  Peut-être\u202f: ne pas donner l’ouverture',
    );
    expect(text).toContain('opening: 52.5,');
    const near = await written('near.yaml', ['--opening', '52.3', '--week', sheet]);
    expect(near.err).not.toContain('warning');
  });

  it('does not ask a person for hours that the spreadsheet holds', async () => {
    const sheet = folder.write('asked.csv', FRENCH);
    const answers = ['irm', 'gie', '118', '92/7/0/1', '21', '7', '81,4 %'];
    const { code, out } = await run(['init', '--week', sheet], { answers });
    expect(code).toBe(0);
    expect(out).toContain('opening: 52.5,');
  });

  it('refuses a week in which nothing is scheduled, at the spreadsheet', async () => {
    const sheet = folder.write(
      'nights.csv',
      'room,day,start,end,type,presence\nirm,monday,20:00,22:00,emergency,\n',
    );
    const { code, err } = await written('nights.yaml', ['--week', sheet]);
    expect(code).toBe(2);
    expect(err).toContain(`${sheet}: error: opening: 0 is not between 1 and 168`);
  });

  it('refuses a vacation that does not come every week, at its cell', async () => {
    const sheet = folder.write(
      'fortnight.csv',
      'room,day,start,end,type,every n weeks\nirm,monday,08:00,20:00,liberal,\nirm,tuesday,08:00,20:00,liberal,2\n',
    );
    const { code, err } = await written('fortnight.yaml', ['--week', sheet]);
    expect(code).toBe(2);
    expect(err).toContain(`${sheet}:3:33: error: this scheduled vacation does not come every week (every)`);
  });

  it('tells what is wrong in the spreadsheet, cell by cell', async () => {
    const sheet = folder.write('wrong.csv', FRENCH.replace('mardi;08:00', 'mardy;8 heures et quart'));
    const { code, err } = await written('wrong.yaml', ['--week', sheet]);
    expect(code).toBe(2);
    expect(err).toContain(`${sheet}:3:5: error: `);
    expect(err).toContain(`${sheet}:3:11: error: `);
  });
});
