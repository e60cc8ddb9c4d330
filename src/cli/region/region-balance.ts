/** The balance a region is held against, under a name that a scenario file may hold whatever folder its CSV is in. */
import { basename } from 'node:path';
import type { Balance } from '../../model/oqos/balance.ts';

/**
 * A balance of one’s own by the name of its file, without folder and ending; the embedded one as it is.
 * @example regionBalance({ id: 'bilans/mon bilan.csv', isEmbedded: false }).id // 'mon-bilan'
 */
export function regionBalance(balance: Balance): Balance {
  if (balance.isEmbedded) return balance;
  const plain = basename(balance.id)
    .replace(/\.[a-z]+$/i, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  const id = plain === '' ? 'balance' : plain.slice(0, 80);
  return { ...balance, id, region: { en: id, fr: id } };
}
