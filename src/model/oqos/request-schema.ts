/** How a user writes a request for authorisation: the zod schema of REQUEST.yaml. */
import { z } from 'zod';
import { zId } from '../schema/names.ts';
import { parseDepartment } from './departments.ts';
import { parseEquipment } from './equipment.ts';
import { CRITERIA, REQUEST_KINDS, type RequestKind } from './request.ts';

export const REQUEST_VERSION = 1;
/** No request of a single file reaches this. */
export const MOST_DEVICES = 50;
const LONGEST_TEXT = 1000;

const zLine = z.string().min(1).max(LONGEST_TEXT);
/** One text for both languages, or one in each. */
const zText = z.union([zLine, z.strictObject({ en: zLine, fr: zLine })]);
export type RequestText = z.output<typeof zText>;

const zCount = (least: number) => z.int().min(least).max(MOST_DEVICES);

const zEquipment = z.string().superRefine((written, context) => {
  if (parseEquipment(written) !== null) return;
  context.addIssue({ code: 'custom', message: 'equipment', params: { code: 'request-equipment' } });
});

/** By code, quoted or not, or by name. */
const zDepartment = z.union([z.string(), z.int()]).superRefine((written, context) => {
  if (parseDepartment(String(written)) !== null) return;
  context.addIssue({ code: 'custom', message: 'department', params: { code: 'request-department' } });
});

/** A count, or the devices by name. */
const zDevices = z.union([
  zCount(1),
  z
    .array(zLine)
    .min(1)
    .max(MOST_DEVICES)
    .superRefine((names, context) => {
      names.forEach((name, rank) => {
        if (names.indexOf(name) === rank) return;
        const params = { code: 'request-device-twice' };
        context.addIssue({ code: 'custom', message: 'twice', params, path: [rank] });
      });
    }),
]);

const zDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A request file. What a file does not say is left out, and told as missing where an instruction needs it. */
export const zRequest = z
  .strictObject({
    request: z.number().superRefine((version, context) => {
      if (version === REQUEST_VERSION) return;
      context.addIssue({ code: 'custom', message: 'version', params: { code: 'request-version' } });
    }),
    id: zId,
    title: zText.optional(),
    applicant: zLine,
    filed: zDate.optional(),
    equipment: zEquipment,
    department: zDepartment,
    kind: z.enum(REQUEST_KINDS),
    devices: zDevices,
    interventional: z.boolean().optional(),
    from: z
      .strictObject({ department: zDepartment.optional(), 'site-closes': z.boolean().optional() })
      .optional(),
    site: z
      .strictObject({
        name: zLine.optional(),
        scanners: zCount(0).optional(),
        mris: zCount(0).optional(),
        agreement: z.boolean().optional(),
      })
      .optional(),
    'exceptional-needs': z.strictObject({ act: zLine, devices: zCount(0), sites: zCount(0) }).optional(),
    elements: z.partialRecord(z.enum(CRITERIA), zText).optional(),
  })
  .superRefine((request, context) => {
    const tell = (code: string, path: readonly string[]) =>
      context.addIssue({ code: 'custom', message: code, params: { code }, path: [...path] });
    if (request.interventional === true && parseEquipment(request.equipment) !== 'scanner')
      tell('request-interventional', ['interventional']);
    const contradicted = contradictedCount(request);
    if (contradicted !== null) tell('request-site-contradicts', ['site', contradicted]);
    if (request.from !== undefined && request.kind !== 'moved-device') tell('request-from', ['from']);
  });
export type RequestInput = z.output<typeof zRequest>;

/** Kinds of a site that has none of this equipment yet; the others are of a site that has some. */
const OF_NEW_SITE: readonly RequestKind[] = ['new-device-new-site', 'moved-device'];

interface SiteClaim {
  readonly kind: RequestKind;
  readonly equipment: string;
  readonly interventional?: boolean | undefined;
  readonly site?: { readonly scanners?: number | undefined; readonly mris?: number | undefined } | undefined;
}

/** The count of the site a kind cannot go with, by its key; null when they agree, or nothing is said. */
function contradictedCount({ kind, equipment, interventional, site }: SiteClaim): 'scanners' | 'mris' | null {
  const named = parseEquipment(equipment);
  // The counts of a site leave dedicated interventional scanners aside.
  if (interventional === true || (named !== 'scanner' && named !== 'mri')) return null;
  const key = named === 'scanner' ? 'scanners' : 'mris';
  const own = site?.[key];
  if (own === undefined) return null;
  return own > 0 === OF_NEW_SITE.includes(kind) ? key : null;
}
