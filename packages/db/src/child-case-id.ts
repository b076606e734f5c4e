import { sm3 } from './sm3.ts';

/** Id of the case that is opened for a duty of another: the same whoever asks, so that there is one for good. */
export const childCaseId = (caseId: string, duty: string): string => idOf({ caseId, duty });

/** Id of the case that a letter opens: the same however often the letter comes. */
export const letterCaseId = (letter: { from: string; caseId: string; sequence: number }): string => idOf(letter);

/** Id of the case that a bureau has for a period, by the name of that period there: the same whoever opens it. */
export const periodCaseId = (key: string): string => idOf({ period: key });

/** A UUID of version 8 that stands for that content. */
function idOf(content: object): string {
  const digits = sm3(content);
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
