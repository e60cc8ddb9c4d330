/** The codes of findings about a file of real sites, each with the values its sentence may name. Sentences are elsewhere. */

export const SITES_CODES = Object.freeze({
  'sites-empty': [],
  'sites-column-missing': ['column', 'found'],
  'sites-id-missing': [],
  'sites-id': ['value'],
  'sites-department': ['value', 'nearest'],
  'sites-modality': ['value'],
  'sites-device-twice': ['device', 'site', 'firstLine'],
  'sites-number': ['value', 'column'],
  'sites-negative': ['value', 'column'],
  'sites-range': ['value', 'column', 'low', 'high'],
  // What a site says of itself on two rows.
  'sites-differ': ['site', 'column', 'value', 'first', 'firstLine'],
  'sites-coordinates-half': ['column'],
  'sites-coordinates-swapped': ['latitude', 'longitude'],
  'sites-coordinates-far': ['department', 'km', 'limit', 'nearest'],
  // Minutes of exam that occupancy, opening and passages leave to each passage.
  'sites-contradict': ['passages', 'hours', 'occupancy', 'minutes', 'low', 'high'],
  'sites-commune': ['commune', 'department'],
  'sites-not-in-balance': ['department', 'known'],
  'sites-left-out': ['site', 'department'],
  'sites-more-than-balance': ['count', 'equipment', 'department', 'present'],
  'sites-more-implantations': ['count', 'equipment', 'department', 'present'],
  // Devices and sites that the balance counts besides these.
  'sites-rest': ['count', 'sites', 'equipment', 'department'],
} as const);
