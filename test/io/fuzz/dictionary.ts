/** The words a fuzzer writes with: those of the schema, values at the edge of what is taken, and pieces that hurt. */
import { z } from 'zod';
import { LOG_COLUMNS } from '../../../src/io/log-fields.ts';
import { zScenario } from '../../../src/model/schema/schema.ts';

/** Every key and every word of a list that the schema of a scenario knows, read from the schema itself. */
function schemaWords(): readonly string[] {
  const words = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties, enum: values, const: value } = node as Record<string, unknown>;
    for (const key of Object.keys(properties ?? {})) words.add(key);
    for (const one of [...(Array.isArray(values) ? values : []), value])
      if (typeof one === 'string') words.add(one);
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(z.toJSONSchema(zScenario, { io: 'input', unrepresentable: 'any' }));
  return [...words].sort();
}

export const SCHEMA_WORDS = schemaWords();

/** Scalars that fields take, or nearly. */
export const SCALARS: readonly string[] = [
  ...['0', '1', '-1', '0.5', '1e3', '1e308', '1e309', '-0', '.5', '5.', '007', '0x1F', '0o17', '1_000'],
  ...['9007199254740993', '123456789012345678901234567890', '4e-324', '.inf', '-.inf', '.nan', '~', 'null'],
  ...['true', 'no', '90min', '1,5h', '30d', '2w', '-3s', '1e5min', '08:30', '24:00', '25:00', '8:3'],
  ...['"2026-03-30"', '"2026-02-30"', '"0000-00-00"', '"9999-12-31"', 'mon-fri', 'sun-mon', 'mon,,tue'],
  ...['A', 'H', 'R', 'U', 's', 'd', 'f', 'x', '""', "''", '" "', '[]', '{}', '[[]]', '{a: }', '[,]'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'prototype'],
];

/** What breaks readers: marks of the syntax, ends of lines, characters that are none. */
export const NASTY: readonly string[] = [
  ...[
    '&a ',
    '*a',
    '*b',
    '&a [*a]',
    '<<: *a',
    '!!str ',
    '!!int',
    '!<tag:x>',
    '!t ',
    '!!binary ',
    '!',
    '%YAML 1.1\n',
  ],
  ...[
    '%TAG ! x\n',
    '---',
    '--- ',
    '...',
    '\n...\n',
    '? ',
    ': ',
    '- ',
    '|',
    '>',
    '|2-\n',
    '>+\n',
    '#',
    ' #',
    '@',
    '`',
  ],
  ...[
    '\t',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '\u0085',
    '\u2028',
    '\u2029',
    '\uFEFF',
    '\0',
    '\u007F',
    '\u001B',
    '\u0001',
  ],
  ...[
    '\uD800',
    '\uDC00',
    '\uD83D\uDE00',
    'é',
    'e\u0301',
    '\u202E',
    '\u200B',
    '\u00A0',
    '\u202F',
    'ﬁ',
    'İ',
    'ß',
  ],
  ...[
    '"',
    "'",
    '""',
    "''",
    '"\\u',
    '"\\x0',
    '\\',
    '"\\ud800"',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    '[[[[[[',
    ']]]]',
    '{{{{',
  ],
  ...['}}}}', '- - - -', '? ? ?', ': : :', '"a', "'a", '{a', '[a', 'a: b: c', '  ', '                    '],
];

export const LOG_CELLS: readonly string[] = [
  ...[
    '25/05/2026 08:30',
    '2026-05-25 08:30',
    '2026-05-25T08:30:15.250',
    '25/5/2026 à 8h30',
    '31/02/2026 08:30',
  ],
  ...[
    '01/01/0000 00:00',
    '31/12/9999 23:59:59',
    '29/02/2024 00:00',
    '29/02/2023 00:00',
    '2026-05-25',
    '24:00',
  ],
  ...['2026-05-25T08:30Z', '25/05/26 08:30', '0001-01-01 00:00', '9999-12-31 23:59', '25/05/2026  08:30'],
  ...['A', 'h', 'R', 'U', 'Urgences', 'Hospitalisé', 'externe', 'X', 'constructor', '', ' ', 'é'],
  ...[
    '12',
    '12,5',
    '12.5',
    '0',
    '0,01',
    '-1',
    '1440',
    '1441',
    '1 200',
    '1e3',
    '999999999999999999999',
    '00012',
  ],
  ...['genou', 'CT-TAP', '"a;b"', '"a\nb"', '"a""b"', 'a"b', '"', '""', '=1+1', "'x", '\u00A012'],
  ...Object.values(LOG_COLUMNS).flat(),
  ...['Date de demande', 'Durée (min)', 'Type d’examen', 'IPP', 'CLASSE', 'requested '],
];

export const WEEK_CELLS: readonly string[] = [
  ...[
    'scanner-nord',
    'irm-nord',
    'irm-sud',
    'lundi',
    'mardi-vendredi',
    'lun,mer',
    'monday',
    'jour férié',
    'lundi-',
  ],
  ...[
    '08:00',
    '8h30',
    '24:00',
    '25:00',
    '0,5',
    '8',
    '18:30:00',
    '0.354166',
    'publique programmée',
    'on-call',
    'garde',
  ],
  ...[
    'A, H',
    'A H R U',
    'aucun',
    'tous',
    'H 50 min fixe 1 j',
    'H: 50min',
    '0 0 20 40',
    '0, 20',
    '20-',
    '1',
    '52',
    '53',
  ],
  ...[
    'radiologue, injection',
    'exponentielle 12',
    'uniforme 0–20',
    '10 min',
    '-5',
    '1e9',
    '"a;b"',
    "'=1+1",
    '',
    ' ',
  ],
  ...[
    'salle',
    'jour',
    'début',
    'fin',
    'type',
    'room',
    'day',
    'start',
    'end',
    'réserves',
    'retard',
    '__proto__',
  ],
];
