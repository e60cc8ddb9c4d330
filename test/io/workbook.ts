/** Workbooks made by hand, as other programs or hostile hands make them. */
import { crc32, deflateRawSync } from 'node:zlib';
import { storedZip, type ZipEntry } from '../../src/io/zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What goes into `<sheetData>` of each sheet, by name; style 1 is a time, style 2 a date. */
export function workbookEntries(sheets: Readonly<Record<string, string>>): readonly ZipEntry[] {
  const names = Object.keys(sheets);
  const entry = (name: string, text: string): ZipEntry => ({ name, bytes: Buffer.from(HEAD + text) });
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const links = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return [
    entry(
      'xl/workbook.xml',
      `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets></workbook>`,
    ),
    entry(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}` +
        `<Relationship Id="rId99" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    entry(
      'xl/styles.xml',
      `<styleSheet ${MAIN}><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="20" applyNumberFormat="1"/>` +
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    ),
    ...Object.values(sheets).map((data, at) =>
      entry(
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet ${MAIN} xmlns:r="${RELATIONS}"><sheetData>${data}</sheetData></worksheet>`,
      ),
    ),
  ];
}

/** A cell: a text as it is, a number, or a number with a style. */
export type HandCell = string | number | { readonly number: number; readonly style: 1 | 2 };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Rows of cells as `<sheetData>` holds them, from row 1. */
export function sheetData(rows: readonly (readonly HandCell[])[]): string {
  const cell = (value: HandCell, address: string): string => {
    if (typeof value === 'string')
      return `<c r="${address}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
    return `<c r="${address}" s="${value.style}"><v>${value.number}</v></c>`;
  };
  return rows
    .map((cells, row) => {
      const inside = cells.map((value, column) =>
        cell(value, `${String.fromCharCode(65 + column)}${row + 1}`),
      );
      return `<row r="${row + 1}">${inside.join('')}</row>`;
    })
    .join('');
}

export const workbook = (sheets: Readonly<Record<string, string>>): Buffer =>
  storedZip(workbookEntries(sheets));

export interface HandEntry {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the directory says of its size; the truth unless told. */
  readonly declared?: number;
  readonly flags?: number;
  readonly method?: number;
}

/** A compressed ZIP whose directory may lie. */
export function deflatedZip(entries: readonly HandEntry[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, declared = bytes.length, flags = 0, method = 8 } of entries) {
    const data = method === 8 ? deflateRawSync(bytes) : bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(declared, 18);
    common.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}
