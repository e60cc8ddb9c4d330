import { describe, expect, it } from 'vitest';
import { VACATION_TYPES } from '../../../src/model/vocabulary.ts';
import {
  columnHeaders,
  columnMeant,
  headersLanguage,
  WEEK_COLUMN_NAMES,
} from '../../../src/model/week/columns.ts';
import {
  readAccepts,
  readAppointments,
  readReserves,
  showAccepts,
  showAppointments,
  showReserves,
} from '../../../src/model/week/notation.ts';
import { readLaw, readSeconds, showLaw, showSeconds } from '../../../src/model/week/quantities.ts';
import { nearestWord, quoteName, splitOutside, unquoteName } from '../../../src/model/week/text.ts';
import { dayName, readClock, readDays, showClock, writtenDays } from '../../../src/model/week/times.ts';
import { classNamed, needNamed, presenceNamed, typeName, typeNamed } from '../../../src/model/week/words.ts';

const LANGUAGES = ['fr', 'en'] as const;
const HALF_PAST_EIGHT = 30_600;
const moment = (seconds: number, weekday = 0) => ({ seconds, weekday, text: '1899-12-31' });

describe('the columns', () => {
  it('are known by their names in both languages, whatever the capitals and accents', () => {
    for (const language of LANGUAGES) {
      expect(columnHeaders(language).map(columnMeant)).toEqual(WEEK_COLUMN_NAMES);
    }
    expect(['DEBUT', 'Début ', 'Propriétaire', 'call in', 'N°'].map(columnMeant)).toEqual([
      'start',
      'start',
      'owner',
      'callIn',
      null,
    ]);
  });

  it('tell the language most of them are in', () => {
    expect(headersLanguage(['salle', 'jour', 'start'])).toBe('fr');
    expect(headersLanguage(['type'])).toBe('en');
  });
});

describe('the days of a cell', () => {
  it.each([
    ['lundi', [0]],
    ['LUN', [0]],
    ['mar.', [1]],
    ['Monday', [0]],
    ['tues', [1]],
    ['vendredis', [4]],
    ['lun-ven', [0, 1, 2, 3, 4]],
    ['lundi au vendredi', [0, 1, 2, 3, 4]],
    ['Mon to Wed', [0, 1, 2]],
    ['lundi, mardi', [0, 1]],
    ['jeu / dim', [3, 6]],
    ['lundi et jeudi', [0, 3]],
    ['lun–mer, Friday', [0, 1, 2, 4]],
    ['sam-lun', [0, 5, 6]],
    ['tous les jours', [0, 1, 2, 3, 4, 5, 6]],
    ['lundi\u00a0;\u00a0mardi', [0, 1]],
  ])('are understood in %s', (text, days) => {
    expect(readDays(text)).toEqual({ days });
  });

  it('are that of a date', () => {
    expect(readDays(moment(0, 3))).toEqual({ days: [3] });
  });

  it.each([
    ['ludni', 'ludni', 'lundi'],
    ['lundi, madri', 'madri', 'mardi'],
    ['m', 'm', ''],
    ['lun-mer-ven', 'lun-mer-ven', ''],
    ['3', '3', ''],
  ])('are not in %s', (text, wrong, nearest) => {
    expect(readDays(text)).toEqual({ wrong, nearest });
  });

  it('are written as ranges and lists', () => {
    expect([[0], [0, 1, 2, 3, 4], [5, 6], [0, 2, 3, 4, 6]].map(writtenDays)).toEqual([
      'mon',
      'mon-fri',
      'sat-sun',
      'mon,wed-fri,sun',
    ]);
  });

  it('have names that are read back', () => {
    for (const language of LANGUAGES) {
      for (let day = 0; day < 7; day++) expect(readDays(dayName(day, language))).toEqual({ days: [day] });
    }
  });
});

describe('the time of a cell', () => {
  it.each([
    '08:30',
    '8:30',
    '8h30',
    '8 h 30',
    '8H30',
    '8:30:00',
    '8h30min',
    '8,5',
    '8.5',
    '8.50',
    '8:30 am',
    '0,354166666666667',
    '0.3541666',
    0.354166666666667,
    8.5,
    '8\u00a0h\u202f30',
  ])('is half past eight: %s', (value) => {
    expect(readClock(value)).toBe(HALF_PAST_EIGHT);
  });

  it.each([
    ['8h', 28_800],
    ['8', 28_800],
    ['08h05', 29_100],
    ['24:00', 86_400],
    ['24h', 86_400],
    [1, 3600],
    ['0', 0],
    [0, 0],
    ['00:00', 0],
    ['12 pm', 43_200],
    ['12 am', 0],
    ['5:30 pm', 63_000],
    ['8,3333333', 30_000],
    [8 + 1 / 3, 30_000],
    [0.5, 43_200],
    [0.999988425925926, 86_400],
  ])('is read: %s', (value, seconds) => {
    expect(readClock(value)).toBe(seconds);
  });

  it('is that of a spreadsheet’s time, a second off or not', () => {
    expect(readClock(moment(HALF_PAST_EIGHT))).toBe(HALF_PAST_EIGHT);
    expect(readClock(moment(HALF_PAST_EIGHT - 1))).toBe(HALF_PAST_EIGHT);
  });

  it.each([
    '25:00',
    '24:01',
    '8:60',
    '8:3',
    '8:',
    '8,3',
    '8.30',
    '8.45',
    '8:30:15',
    '-8',
    '13 pm',
    'matin',
    '',
    '25',
    moment(HALF_PAST_EIGHT - 20),
  ])('is refused: %s', (value) => {
    expect(readClock(value)).toBeNull();
  });

  it('is shown with its seconds only where it has some', () => {
    expect([0, HALF_PAST_EIGHT, HALF_PAST_EIGHT + 15, 86_400].map(showClock)).toEqual([
      '00:00',
      '08:30',
      '08:30:15',
      '24:00',
    ]);
  });
});

describe('the words of a cell', () => {
  it('name each type in both languages', () => {
    for (const language of LANGUAGES) {
      expect(VACATION_TYPES.map((type) => typeNamed(typeName(type, language)))).toEqual(VACATION_TYPES);
    }
  });

  it.each([
    ['PUBLIQUE PROGRAMMEE', 'public-scheduled'],
    ['publique non-programmée', 'public-unscheduled'],
    ['libéral', 'liberal'],
    ['PH hors imagerie', 'outside-physician'],
    ['urgences', 'emergency'],
    ['PDS', 'on-call'],
    ['on-call (PDS)', 'on-call'],
    ['Contrôle qualité', 'quality-control'],
  ])('name the type %s', (text, type) => {
    expect(typeNamed(text)).toBe(type);
  });

  it('name classes, what is provided, and presences', () => {
    expect(
      ['a', 'Hospitalisés', 'réa', 'urgences', 'externes', 'intensive care', 'x'].map(classNamed),
    ).toEqual(['A', 'H', 'R', 'U', 'A', 'R', undefined]);
    expect(['Radiologue', 'anesthesie', 'anesthesia', 'injections', 'y'].map(needNamed)).toEqual([
      'radiologist',
      'anaesthesia',
      'anaesthesia',
      'injection',
      undefined,
    ]);
    expect(['Garde', 'sur place', 'à domicile', '?'].map(presenceNamed)).toEqual([
      'garde',
      'garde',
      'astreinte',
      undefined,
    ]);
  });

  it('are the nearest ones whatever their accents', () => {
    expect(nearestWord('publik programe', ['publique programmée', 'panne'])).toBe('publique programmée');
    expect(nearestWord('zzzzzz', ['publique programmée'])).toBe('');
  });
});

describe('lists in a cell', () => {
  it('are split outside quotes and brackets', () => {
    expect(splitOutside('a; "b;c" ;; [1;2];', ';')).toEqual(['a', '"b;c"', '[1;2]']);
  });

  it.each(['', ' a', 'a;b', 'a "b" c', 'x/y', 'é', 'none: 1'])('give back the name %j', (name) => {
    expect(unquoteName(quoteName(name))).toBe(name);
  });
});

describe('whom a vacation accepts', () => {
  const EXAMS = ['neuro', 'MR-ENC', 'aucun', 'a, b'];

  it.each([
    ['A, H', { classes: ['A', 'H'] }],
    ['ambulatoire, urgences', { classes: ['A', 'U'] }],
    ['tous', { classes: ['A', 'H', 'R', 'U'] }],
    [
      'A; examens: Neuro, mr-enc; insérés: U, R',
      { classes: ['A'], exams: ['neuro', 'MR-ENC'], inserted: ['U', 'R'] },
    ],
    ['exams: unheard-of', { exams: ['unheard-of'] }],
    ['A, neuro', { classes: ['A'], exams: ['neuro'] }],
    ['inserted: none', { inserted: [] }],
    ['Insérés : aucun', { inserted: [] }],
    ['examens: "aucun"', { exams: ['aucun'] }],
    ['classes: H\ninserted: all', { classes: ['H'], inserted: ['A', 'H', 'R', 'U'] }],
  ])('is read in %j', (text, accepts) => {
    expect(readAccepts(text, EXAMS, 'fr')).toEqual(accepts);
  });

  it('is refused with the part that is wrong and what is near', () => {
    expect(readAccepts('A, ambulatorie', EXAMS, 'fr')).toEqual({
      wrong: 'ambulatorie',
      nearest: 'ambulatoire',
    });
    expect(readAccepts('neruo', EXAMS, 'en')).toEqual({ wrong: 'neruo', nearest: 'neuro' });
    expect(readAccepts('insérés: neuro', EXAMS, 'fr')).toMatchObject({ wrong: 'neuro' });
  });

  it('comes back as it was shown', () => {
    const all = {
      classes: ['A', 'U'],
      exams: ['neuro', 'aucun', 'a, b', 'x; y: "z"'],
      inserted: [],
    } as const;
    for (const language of LANGUAGES) {
      expect(readAccepts(showAccepts(all, language), EXAMS, language)).toEqual(all);
    }
  });
});

describe('reserves in a cell', () => {
  const FLOWS = ['nord/mri/H', 'urgence', 'tdm-cancer'];

  it.each([
    ['H 90 min J-1', [{ for: 'H', minutes: 5400, release: 1 }]],
    ['H 90 J-1', [{ for: 'H', minutes: 5400, release: 1 }]],
    ['H: 1,5 h D-2 nested', [{ for: 'H', minutes: 5400, kind: 'nested', release: 2 }]],
    ['hospitalisés 30min', [{ for: 'H', minutes: 1800 }]],
    [
      'H 30 min imbriquée; U 20 min J-0',
      [
        { for: 'H', minutes: 1800, kind: 'nested' },
        { for: 'U', minutes: 1200, release: 0 },
      ],
    ],
    ['nord/mri/H 15 min fixe', [{ for: 'nord/mri/H', minutes: 900, kind: 'fixed' }]],
    ['urgence 15 min', [{ for: 'urgence', minutes: 900 }]],
    ['H\u00a090\u202fmin J\u00a0-\u00a01', [{ for: 'H', minutes: 5400, release: 1 }]],
    ['"a b" 5 min', [{ for: 'a b', minutes: 300 }]],
  ])('are read in %j', (text, reserves) => {
    expect(readReserves(text, FLOWS)).toEqual(reserves);
  });

  it.each(['H', 'H bientôt', '90 min', 'H 90 min demain', 'H 90 km', 'H -5 min', `H ${' '.repeat(400)}5`])(
    'are refused in %j',
    (text) => {
      expect(readReserves(text, FLOWS)).toHaveProperty('wrong');
    },
  );

  it('come back as they were shown', () => {
    const all = [
      { for: 'H', minutes: 5400, release: 1.5 },
      { for: 'nord/mri/H', minutes: 95.5, kind: 'nested' as const },
      { for: 'a "b"; c', minutes: 60, kind: 'nested' as const, release: 0 },
    ];
    for (const language of LANGUAGES) expect(readReserves(showReserves(all, language), FLOWS)).toEqual(all);
  });
});

describe('fixed appointments in a cell', () => {
  it('are times of day inside the vacation, past midnight too', () => {
    expect(readAppointments('8h, 08:00; 8:35', 28_800, 14_400)).toEqual([0, 0, 2100]);
    expect(readAppointments('23:30, 00:15', 82_800, 7200)).toEqual([1800, 4500]);
  });

  it('are minutes from the start where there is no `:` nor `h`', () => {
    expect(readAppointments('0, 15, 30 min', 28_800, 14_400)).toEqual([0, 900, 1800]);
  });

  it.each(['07:50', '12:00', 'x', '-5 min', '8:99'])('are refused: %s', (text) => {
    expect(readAppointments(text, 28_800, 14_400)).toHaveProperty('wrong');
  });

  it('come back as they were shown, seconds and fractions of them too', () => {
    for (const offsets of [[0, 0, 2100], [15], [0.5, 2130], [14_399]]) {
      const shown = showAppointments(offsets, 28_800, 14_400);
      expect(readAppointments(shown, 28_800, 14_400)).toEqual(offsets);
    }
    expect(showAppointments([0, 2100], 28_800, 14_400)).toBe('08:00, 08:35');
  });
});

describe('durations and laws in a cell', () => {
  it.each([
    ['90', 5400],
    ['90 min', 5400],
    ['1,5 h', 5400],
    ['1.5h', 5400],
    ['30 s', 30],
    ['2 jours', 172_800],
    ['-5 min', -300],
  ])('are seconds: %s', (text, seconds) => {
    expect(readSeconds(text)).toBe(seconds);
  });

  it.each(['', 'bientôt', '5 km', '1.2.3', 'min'])('are none: %j', (text) => {
    expect(readSeconds(text)).toBeNull();
  });

  it.each([5400, 90, 1, 95.5, 0.1, 19.8, 1e-7, 123_456_789])('come back exactly: %d s', (seconds) => {
    for (const language of LANGUAGES) expect(readSeconds(showSeconds(seconds, language))).toBe(seconds);
  });

  it.each([
    { law: 'uniform', min: 15, max: 40.5 },
    { minutes: 8, range: [0, 20], source: 'assumed; by: "us", 1/2', status: 'assumed' },
    { law: 'empirical', values: [5, 10.25, '90s'], weights: [1, 2, 0.5], interpolate: true },
    { law: 'exponential', mean: '1e5', source: '12' },
    { law: 'jqpd-b', max: '30d', p20: 40, p50: 150, p80: 1400, source: ' spaced ' },
    { minutes: 1, source: 'true' },
  ])('come back as they were written: %j', (law) => {
    for (const language of LANGUAGES) expect(readLaw(showLaw(law, language))).toEqual(law);
  });

  it('may be a bare duration', () => {
    expect([readLaw('10'), readLaw('10 min'), readLaw('-2,5 min'), readLaw('90 s')]).toEqual([
      10, 10, -2.5, 1.5,
    ]);
    expect(showLaw(2.5, 'fr')).toBe('2,5 min');
  });

  it.each(['bientôt', 'law', 'law:', '8:30', '', 'Law: x', '__proto__: 1'])('are no law: %j', (text) => {
    expect(readLaw(text)).toBeNull();
  });
});
