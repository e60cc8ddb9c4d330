/** The entries of a ZIP file, unpacked within a bound, and a ZIP of entries as they are. For untrusted spreadsheets. */
import { crc32, inflateRawSync } from 'node:zlib';

/** Why a ZIP is refused. `too-large`: it would unpack to more than the limit. */
export type ZipFault = 'not-zip' | 'damaged' | 'encrypted' | 'too-large';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface ZipLimits {
  /** Bytes of all entries that are wanted, unpacked. */
  readonly maxBytes: number;
  readonly maxEntries: number;
  readonly wanted: (name: string) => boolean;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

interface Directory {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The wanted entries of a ZIP file, or why not. Sizes are judged as the directory declares them before anything is
 * unpacked, and none may unpack to more than it declares. ZIP64 files, of over 4 GB, count as damaged.
 * @example readZip(Buffer.from('hello'), { maxBytes: 1, maxEntries: 1, wanted: () => true }) // 'not-zip'
 */
export function readZip(file: Buffer, limits: ZipLimits): readonly ZipEntry[] | ZipFault {
  if (file.length < 2 || file.toString('latin1', 0, 2) !== 'PK') return 'not-zip';
  const directory = readDirectory(file, limits.maxEntries);
  if (typeof directory === 'string') return directory;
  const wanted = directory.filter(({ name }) => limits.wanted(name));
  if (new Set(wanted.map(({ name }) => name)).size < wanted.length) return 'damaged';
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.maxBytes) return 'too-large';
  const entries: ZipEntry[] = [];
  for (const entry of wanted) {
    const bytes = unpack(file, entry);
    if (bytes === null) return 'damaged';
    entries.push({ name: entry.name, bytes });
  }
  return entries;
}

function readDirectory(file: Buffer, maxEntries: number): readonly Directory[] | ZipFault {
  const from = Math.max(0, file.length - END_BYTES - LONGEST_COMMENT);
  let end = -1;
  for (let at = file.length - END_BYTES; at >= from && end < 0; at--) {
    if (file.readUInt32LE(at) === END) end = at;
  }
  if (end < 0) return 'damaged';
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count > maxEntries) return 'too-large';
  const entries: Directory[] = [];
  for (let n = 0; n < count; n++) {
    if (at + CENTRAL_BYTES > file.length || file.readUInt32LE(at) !== CENTRAL) return 'damaged';
    const flags = file.readUInt16LE(at + 8);
    const nameLength = file.readUInt16LE(at + 28);
    const next = at + CENTRAL_BYTES + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    if (next > file.length) return 'damaged';
    if ((flags & 1) !== 0) return 'encrypted';
    entries.push({
      name: file.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

/** Null when the entry is not what the directory says. */
function unpack(file: Buffer, { method, crc, packed, size, offset }: Directory): Buffer | null {
  if (offset + LOCAL_BYTES > file.length || file.readUInt32LE(offset) !== LOCAL) return null;
  const start = offset + LOCAL_BYTES + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (start + packed > file.length) return null;
  const data = file.subarray(start, start + packed);
  let bytes: Buffer;
  if (method === STORED) bytes = data;
  else if (method !== DEFLATED) return null;
  else {
    try {
      // At least one byte: zero is no limit that zlib takes.
      bytes = inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
    } catch {
      return null;
    }
  }
  return bytes.length === size && crc32(bytes) === crc ? bytes : null;
}

/**
 * A ZIP file of the entries, not compressed: what another reader then unpacks is exactly what was checked.
 * @example storedZip([]).length // 22
 */
export function storedZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name, 'utf8');
    // From the version needed on, both headers hold the same 26 bytes.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([uint32(LOCAL), common, nameBytes, bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([uint32(CENTRAL), common.subarray(0, 2), common, tail, nameBytes]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
