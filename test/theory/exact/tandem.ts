/** A preparation stage followed by the room, in exact steady state. The time unit is the caller's. */
import { mmcWait } from './queues.ts';

/** Several equal exponential servers sharing one queue. */
export interface Stage {
  readonly servers: number;
  readonly serviceRate: number;
}

/** Mean times of a patient on the way to the room. */
export interface TandemTimes {
  readonly preparationWait: number;
  readonly preparation: number;
  readonly roomWait: number;
  /** Arrival to room entry: wait for a seat + preparation + wait for the room. */
  readonly arrivalToRoomEntry: number;
}

/**
 * M/M/c preparation seats, then M/M/c devices, nobody blocked between. In steady state the departures of the seats are Poisson at the
 * arrival rate, and the number present there is independent of past departures, so the room is M/M/c alone (Burke 1956; Jackson 1957).
 * Throws `RangeError` if a stage has load 1 or more.
 * @example tandemTimes(1, { servers: 1, serviceRate: 2 }, { servers: 1, serviceRate: 2 }).arrivalToRoomEntry // 1.5
 */
export function tandemTimes(arrivalRate: number, preparation: Stage, room: Stage): TandemTimes {
  const preparationWait = mmcWait(arrivalRate, preparation.serviceRate, preparation.servers);
  const roomWait = mmcWait(arrivalRate, room.serviceRate, room.servers);
  const meanPreparation = 1 / preparation.serviceRate;
  return {
    preparationWait,
    preparation: meanPreparation,
    roomWait,
    arrivalToRoomEntry: preparationWait + meanPreparation + roomWait,
  };
}
