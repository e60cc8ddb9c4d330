/** Real sites of a file held against the balance and the map: what stands where it cannot, at its cell. */
import { coordinatesFault } from '../../calibrate/region/geography.ts';
import { EQUIPMENT_OF, realSitesFaults } from '../../calibrate/region/real-sites.ts';
import type { RealSite } from '../../calibrate/region/request.ts';
import { ioError, ioWarning } from '../../io/codes.ts';
import { SITES_LIMITS, type SitesColumn } from '../../io/sites-columns.ts';
import { type ReadSite, readSites } from '../../io/sites-csv.ts';
import { type Finding, type FindingPlace, hasErrors } from '../../model/finding.ts';
import { type Balance, departmentsOf } from '../../model/oqos/balance.ts';
import { departmentLabel } from '../../model/oqos/departments.ts';

export interface LoadedSites {
  /** Null as soon as there is one error. */
  readonly sites: readonly RealSite[] | null;
  readonly findings: readonly Finding[];
}

/**
 * The real sites of a file, all that is wrong told at once; those of departments that are not kept are left out with a
 * warning.
 * @param kept codes of departments; null = all of the balance.
 */
export function loadRealSites(file: string, balance: Balance, kept: readonly string[] | null): LoadedSites {
  const { sites, placed, findings } = readSites(file);
  const isKept = ({ department }: ReadSite) => kept === null || kept.includes(department);
  const own = (sites ?? []).filter(isKept);
  const all = [
    ...findings,
    ...placed.filter((site) => !isKept(site)).map(leftOut),
    ...placed.filter(isKept).flatMap(placeFindings),
    ...countFindings(own, balance),
  ].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { sites: sites === null || hasErrors(all) ? null : own.map(realSite), findings: all };
}

const realSite = ({ id, label, department, coordinates, devices }: ReadSite): RealSite => ({
  id,
  label,
  department,
  coordinates,
  devices: devices.map(({ place: _place, ...device }) => device),
});

const leftOut = ({ id, department, place }: ReadSite): Finding =>
  ioWarning('sites-left-out', { site: id, department: departmentLabel(department) }, place('department'));

/** Coordinates in each other's place, or far from the department; a commune that nothing locates. */
function placeFindings({ department, coordinates, commune, place }: ReadSite): readonly Finding[] {
  const label = departmentLabel(department);
  if (coordinates === null)
    return commune === null
      ? []
      : [ioWarning('sites-commune', { commune, department: label }, place('commune'))];
  const { lat, lon } = coordinates;
  const fault = coordinatesFault(department, lat, lon);
  if (fault === null) return [];
  if (fault.kind === 'swapped')
    return [ioError('sites-coordinates-swapped', { latitude: lat, longitude: lon }, place('latitude'))];
  if (fault.kind === 'impossible') {
    const [low, high] = SITES_LIMITS.latitude;
    return [ioError('sites-range', { value: String(lat), column: 'latitude', low, high }, place('latitude'))];
  }
  const nearest = fault.nearest === null ? '' : departmentLabel(fault.nearest);
  const values = { department: label, km: fault.km, limit: fault.limitKm, nearest };
  return [ioError('sites-coordinates-far', values, place('latitude'))];
}

/** What the balance does not count, told at the first row that is one too many. */
function countFindings(sites: readonly ReadSite[], balance: Balance): readonly Finding[] {
  const known = departmentsOf(balance).join(', ');
  return realSitesFaults(balance, sites.map(realSite)).map(({ kind, department, modality, count, limit }) => {
    const rows = sites.flatMap((site) =>
      site.department === department
        ? site.devices.flatMap((device) => (device.modality === modality ? { site, device } : []))
        : [],
    );
    const firstOfSite = rows.filter((row, rank) => rows.findIndex(({ site }) => site === row.site) === rank);
    const label = departmentLabel(department);
    const of = { equipment: EQUIPMENT_OF[modality], department: label };
    const at = (row: (typeof rows)[number] | undefined, column: SitesColumn): FindingPlace =>
      (row ?? rows[0]!).device.place(column);
    switch (kind) {
      case 'no-row':
        return ioError('sites-not-in-balance', { department: label, known }, at(rows[0], 'department'));
      case 'devices':
        return ioError(
          'sites-more-than-balance',
          { ...of, count, present: limit },
          at(rows[limit], 'device'),
        );
      case 'implantations':
        return ioError(
          'sites-more-implantations',
          { ...of, count, present: limit },
          at(firstOfSite[limit], 'id'),
        );
      default:
        return ioError('sites-rest', { ...of, count, sites: limit }, at(rows.at(-1), 'device'));
    }
  });
}
