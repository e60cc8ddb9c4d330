/** One synthetic site of Val-d’Oise with one MRI: the least that is a region, fast to read. */
export const TINY_REGION = `creneau: 1
name: {en: A small region, fr: Une petite région}
run: {weeks: 12, replications: 2, seed: 7, warmup-weeks: 4}
region:
  balance: idf-2020-05
  departments: {"95": {population: 100000}}
  travel: {"95": {"95": 20}}
sites: [{id: "95-01", zone: "95", synthetic: true}]
devices:
  - {id: irm, site: "95-01", modality: mri, week: [{days: mon-fri, from: "08:00", to: "12:00", type: public-scheduled}]}
flows:
  - {id: a, site: "95-01", modality: mri, class: A, origin: "95", per-week: 40, backlog: {patients: 0}}
`;
