import type { Channel, Dispatch } from '@lianban/domain/liaison';

/** What is written to a platform. */
export interface OutgoingMessage {
  /** Names the message: sent again, it has no second effect there. */
  readonly id: string;
  readonly caseNumber: string;
  readonly dispatch: Dispatch;
}

/**
 * The port to a platform of the city. Its interface is not public, so an answer or a return is entered by whoever reads it there,
 * and is an act on the case like any other. The other bureau is no platform: it is written to by letter (`Exchange`, ADR 0034).
 */
export interface Platform {
  /** Hands the message over; gives the number under which the other side has taken it. Repeatable. */
  readonly send: (message: OutgoingMessage) => Promise<string>;
}

/** The port of every channel. */
export type Platforms = Readonly<Record<Channel, Platform>>;
