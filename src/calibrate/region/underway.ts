/** A region under construction: what is fixed once drawn, and the demand that simulations correct. */
import { pow } from '../../engine/math.ts';
import type { BuiltDepartment } from '../../model/results/region.ts';
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import { estimate } from '../../stats/estimate.ts';
import { type ResidentNumbers, residentKey } from '../../stats/resident-indicators.ts';
import { storedPanel } from '../panel-reproduce.ts';
import { type Agenda, agendaOf } from './agenda.ts';
import { corrected } from './correct.ts';
import { type Minutes, ModalityDemand } from './demand.ts';
import { travelBetween, travelTo } from './geography.ts';
import { regionValue } from './inputs.ts';
import { type RegionLayout, regionLayout } from './layout.ts';
import type { ObservedRegion } from './observe.ts';
import { type Rates, ratesOf } from './rates.ts';
import type { RegionPlaying, RegionRequest } from './request.ts';
import { type RegionDraft, writtenRegion } from './write.ts';

export type ForModality<T> = Readonly<Record<Modality, T>>;

/** One for each modality. */
export const eachModality = <T>(of: (modality: Modality) => T): ForModality<T> => ({
  ct: of('ct'),
  mri: of('mri'),
});

/** A region under construction: what is fixed, and the demand that simulations correct. */
export class RegionUnderway {
  readonly layout: RegionLayout;
  readonly agendas: ForModality<readonly Agenda[]>;
  readonly populations: readonly number[];
  readonly rates: ForModality<Rates | null>;
  readonly demand: ForModality<ModalityDemand | null>;
  /** By implantation. */
  readonly #factorsH = new Map<string, number>();
  readonly #request: RegionRequest;
  readonly #playing: RegionPlaying;
  readonly #travel: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly #travelToSites: ReadonlyMap<string, Readonly<Record<string, number>>>;

  constructor(request: RegionRequest, playing: RegionPlaying, onRealDevice: () => void) {
    this.#request = request;
    this.#playing = playing;
    this.layout = regionLayout(request, storedPanel(), onRealDevice);
    const { departments, sites, implantations } = this.layout;
    this.populations = departments.map((code) => {
      const count = request.balance.populations[code];
      if (count === undefined) throw new RangeError(`no population of department ${code}`);
      return count;
    });
    this.#travel = travelBetween(departments);
    this.#travelToSites = new Map(
      sites.flatMap(({ id, real }) =>
        real?.coordinates ? [[id, travelTo(real.coordinates, departments)] as const] : [],
      ),
    );
    const own = (modality: Modality) => implantations.filter((one) => one.modality === modality);
    this.agendas = eachModality((modality) => own(modality).map(agendaOf));
    this.rates = eachModality((modality) =>
      own(modality).length === 0
        ? null
        : ratesOf(modality, own(modality), departments, this.populations, request),
    );
    const minutes = this.#minutes();
    this.demand = eachModality((modality) => {
      const { shares } = this.rates[modality] ?? {};
      return shares === undefined
        ? null
        : new ModalityDemand(modality, this.agendas[modality], departments, shares, minutes, request.seed);
    });
  }

  /** A site of one's department that is not the first asked is another one, farther; a site with a place is where it is. */
  #minutes(): Minutes {
    const departmentOf = new Map(this.layout.sites.map(({ id, department }) => [id, department]));
    return (origin, site, isFirst) => {
      const placed = this.#travelToSites.get(site)?.[origin];
      if (placed !== undefined) return placed;
      const department = departmentOf.get(site)!;
      return department === origin && !isFirst
        ? regionValue('travel-another')
        : this.#travel[origin]![department]!;
    };
  }

  /** What requests grow by once calibrated. */
  growthOf(modality: Modality): number {
    const { growthPerYear, ageingPerYear, years } = this.#request;
    const yearly = (1 + (growthPerYear[modality] ?? 0)) * (1 + ageingPerYear);
    return pow(yearly, years) * (this.rates[modality]?.level ?? 1);
  }

  /** Demand moved towards the delays wanted. */
  correct(seen: ObservedRegion): void {
    for (const modality of MODALITIES) {
      const demand = this.demand[modality];
      if (demand === null) continue;
      const agendas = this.agendas[modality];
      demand.factors = corrected(agendas, demand.factors, 'A', seen, this.#playing);
      const before = agendas.map(({ implantation: { id } }) => this.#factorsH.get(id) ?? 1);
      corrected(agendas, before, 'H', seen, this.#playing).forEach((factor, rank) => {
        this.#factorsH.set(agendas[rank]!.implantation.id, factor);
      });
    }
  }

  /** @param growth requests ÷ those calibrated. */
  written(growth: ForModality<number>): Readonly<Record<string, unknown>> {
    const { balance, seed } = this.#request;
    const { departments } = this.layout;
    const { weeks, warmupWeeks, replications } = this.#playing;
    const draft: RegionDraft = {
      name: {
        en: `${balance.region.en}: synthetic territory`,
        fr: `${balance.region.fr} : territoire synthétique`,
      },
      description: {
        en: `Drawn from the balance ${balance.id} and the panel of 2010 with seed ${seed}; synthetic sites are nobody’s.`,
        fr: `Tiré du bilan ${balance.id} et du panel de 2010 avec la graine ${seed} ; les sites synthétiques ne sont ceux de personne.`,
      },
      balance: balance.id,
      departments: departments.map((code, rank) => ({
        code,
        population: this.populations[rank]!,
        examsPerThousand: Object.fromEntries(
          MODALITIES.flatMap((modality) => {
            const rate = this.rates[modality]?.perThousand[rank];
            return rate === undefined ? [] : [[modality, rate]];
          }),
        ),
      })),
      travel: this.#travel,
      travelToSites: this.#travelToSites,
      layout: this.layout,
      demand: this.demand,
      factorsH: this.#factorsH,
      growth,
      run: { weeks, warmupWeeks, replications, seed },
    };
    return writtenRegion(draft);
  }

  /** What is built, department by department. */
  departments(
    growth: ForModality<number>,
    residents: readonly ResidentNumbers[],
  ): readonly BuiltDepartment[] {
    const { departments, implantations } = this.layout;
    return departments.flatMap((department, origin) =>
      MODALITIES.flatMap((modality): readonly BuiltDepartment[] => {
        const demand = this.demand[modality];
        if (demand === null) return [];
        const own = implantations.filter((one) => one.department === department && one.modality === modality);
        const flows = demand.flows().filter((flow) => flow.origin === origin);
        const requests = flows.reduce((sum, { perWeek }) => sum + perWeek, 0);
        const at = (place: number) => demand.agendas[place]!.implantation;
        const leaving = flows.reduce(
          (sum, { place, perWeek }) => sum + (at(place).department === department ? 0 : perWeek),
          0,
        );
        const offered = residents.map(
          (one) => one.residents.get(residentKey(department, modality))?.offeredDays.mean ?? 0,
        );
        return [
          {
            department,
            population: this.populations[origin]!,
            modality,
            sites: own.length,
            devices: own.reduce((sum, { devices }) => sum + devices.length, 0),
            requestsPerWeek: requests * growth[modality],
            examsPerThousand: this.rates[modality]!.perThousand[origin]!,
            leaving: requests === 0 ? 0 : leaving / requests,
            offeredDays: estimate(offered),
          },
        ];
      }),
    );
  }
}
