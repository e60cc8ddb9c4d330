/** A law moved to another typical value: what an assumed duration becomes when its number is drawn. */
import { typicalMinutes } from '../model/complete/ledger.ts';
import { type Law, scaledLaw } from '../model/law.ts';

/** The law so many seconds later; a law of positive durations has no such form, and null is given. */
function shifted(law: Law, seconds: number): Law | null {
  switch (law.law) {
    case 'normal':
      // The floor says how early anyone may be at most: it is no part of what is drawn.
      return { ...law, mean: law.mean + seconds };
    case 'uniform':
      return { ...law, min: law.min + seconds, max: law.max + seconds };
    case 'jqpd-s':
    case 'jqpd-b':
      return {
        ...law,
        min: law.min + seconds,
        p20: law.p20 + seconds,
        p50: law.p50 + seconds,
        p80: law.p80 + seconds,
        ...(law.law === 'jqpd-b' ? { max: law.max + seconds } : {}),
      } as Law;
    case 'empirical':
      return { ...law, values: law.values.map((value) => value + seconds) };
    default:
      return null;
  }
}

/**
 * The law whose typical value (its median or mean, as the list of assumptions shows it: `typicalMinutes`) is another one.
 * A constant is replaced; another law is scaled, which keeps its shape and its coefficient of variation, or shifted where
 * it is a difference of instants (how early patients come) and may be negative. Where neither has a meaning (scaling
 * from or to zero and below), the law becomes the constant.
 * @param minutes the value wanted.
 * @example lawAt({ law: 'lognormal', mean: 600, cv: 0.5 }, 20, 'scaled') // { law: 'lognormal', mean: 1200, cv: 0.5 }
 * @example lawAt({ law: 'uniform', min: 0, max: 600 }, 2, 'shifted') // { law: 'uniform', min: -180, max: 420 }
 */
export function lawAt(law: Law, minutes: number, how: 'scaled' | 'shifted'): Law {
  const constant: Law = { law: 'deterministic', value: minutes * 60 };
  if (law.law === 'deterministic') return constant;
  const present = typicalMinutes(law);
  const moved = how === 'shifted' ? shifted(law, (minutes - present) * 60) : null;
  if (moved !== null) return moved;
  return present > 0 && minutes > 0 ? scaledLaw(law, minutes / present) : constant;
}
