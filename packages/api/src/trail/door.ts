import { keepDoorRefusals, type DoorRefusals } from '@lianban/db/door-refusals';
import type { Queryable } from '@lianban/db/queryable';
import { instant } from '@lianban/domain/civil-date';
import type { LianbanError } from '@lianban/domain/error';
import { actorOf, type Identity } from '../identity/identity.ts';
import { networkOf } from '../identity/network.ts';

/** Callers told apart within a second; of more, those who are signed in, and everybody else together. */
const TOLD_APART = 500;
/** In place of an address for which there was no room. */
const BEYOND = '…';

/** Who was refused, as far as the door knows them. */
export interface Refused {
  readonly identity: Identity | null;
  readonly address: string;
}

type Count = { -readonly [Name in keyof DoorRefusals]: DoorRefusals[Name] };

/**
 * Counts what the door refuses, in memory, as the rates are counted: a refused call costs no statement, and a flood of them one
 * each second. Of what was counted in the second before a process is killed the trail does not tell.
 */
export class Door {
  #counts = new Map<string, Count>();

  /** Counts the refusal when it is one of the door: a call from elsewhere, or one too many. */
  count({ code, detail }: LianbanError, { identity, address }: Refused): void {
    if (code !== 'FOREIGN_ORIGIN' && code !== 'TOO_MANY_ATTEMPTS') return;
    const way = detail[code === 'FOREIGN_ORIGIN' ? 'by' : 'per'];
    if (typeof way !== 'string') return; // blocks after wrong passwords are told with the sign-ins that failed
    const actor = identity === null ? null : actorOf(identity);
    const now = instant(Date.now());
    const from = this.#counts.size < TOLD_APART ? networkOf(address) : BEYOND;
    this.#add({ actor, address: from, rule: code, way, times: 1, from: now, to: now });
  }

  /** Writes down what was counted since the last time; what could not be written is kept. */
  async write(db: Queryable): Promise<void> {
    const counted = [...this.#counts.values()];
    if (counted.length === 0) return;
    this.#counts = new Map();
    try {
      await keepDoorRefusals(db, counted);
    } catch (failure) {
      for (const count of counted) this.#add(count);
      throw failure;
    }
  }

  #add(more: Count): void {
    const { actor, address, rule, way } = more;
    const key = JSON.stringify([actor, address, rule, way]);
    const count = this.#counts.get(key);
    if (count === undefined) {
      this.#counts.set(key, more);
      return;
    }
    count.times += more.times;
    if (more.from < count.from) count.from = more.from;
    if (more.to > count.to) count.to = more.to;
  }
}
