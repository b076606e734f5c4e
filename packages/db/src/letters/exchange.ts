import type { Letter, LetterReceipt } from '@lianban/domain/letter';

/**
 * The way to the bureau of the other province. Today both share one installation; between two, signed HTTP takes this place, so
 * nothing goes over it but the letter and its receipt.
 */
export interface Exchange {
  /**
   * Hands the letter over and gives the receipt of the other side; the same one, however often the letter is handed over.
   * @throws LetterNotDelivered where the other side is away or does not take it.
   */
  deliver(letter: Letter): Promise<LetterReceipt>;
}

/** Why a letter did not get through, or was not taken. */
export type LetterObstacle =
  | 'away' // the other side cannot be reached
  | 'malformed' // it is not a letter
  | 'wrongBureau' // it is for somebody else
  | 'otherContent' // the same case and sequence came before with other content
  | 'notYet' // the letter that it speaks of has not come
  | 'unknownProcedure' // there is no procedure of that name
  | 'unknownItem'; // there is no item of that code

/** A letter is not where it should be; it is tried again, and somebody can see why. */
export class LetterNotDelivered extends Error {
  override name = 'LetterNotDelivered';
  readonly obstacle: LetterObstacle;

  constructor(obstacle: LetterObstacle, cause?: unknown) {
    super(obstacle, cause === undefined ? undefined : { cause });
    this.obstacle = obstacle;
  }
}
