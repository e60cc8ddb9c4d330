/** Files that a scenario names: what cannot be read is told where it is named. */
import type { Finding, FindingPlace } from '../model/finding.ts';
import { type IoCode, ioError } from './codes.ts';

type NamedFileCode = Extract<IoCode, `named-file-${string}`>;

const NAMED: Readonly<Record<string, NamedFileCode>> = Object.freeze({
  'file-missing': 'named-file-missing',
  'file-is-directory': 'named-file-is-directory',
  'file-permission': 'named-file-permission',
});

/**
 * A finding about a file that another file names: where nothing in it could be read, the place is that of the name.
 * @example ofNamedFile({ code: 'file-missing', file: 'b.yaml' }, 'b.yaml', 'b.yaml', { file: 'a.yaml', line: 2 }).line // 2
 */
export function ofNamedFile(finding: Finding, file: string, name: string, place: FindingPlace): Finding {
  const code = NAMED[finding.code];
  return code === undefined || finding.file !== file ? finding : ioError(code, { name }, place);
}
