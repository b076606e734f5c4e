import type { Channel, Dispatch } from '@lianban/domain/liaison';

/** What is written to a system outside. */
export interface OutgoingMessage {
  /** Names the message: sent again, it has no second effect there. */
  readonly id: string;
  readonly caseNumber: string;
  readonly dispatch: Dispatch;
}

/**
 * The port to a system outside. Its interface is not public, so an answer or a return is entered by whoever reads it there, and is
 * an act on the case like any other.
 */
export interface Exchange {
  /** Hands the message over; gives the number under which the other side has taken it. Repeatable. */
  readonly send: (message: OutgoingMessage) => Promise<string>;
}

/** The port of every channel. */
export type Exchanges = Readonly<Record<Channel, Exchange>>;
