import { provinces, type Province } from '@lianban/domain/province';
import { part, type Part } from './part.ts';

/** A number to be drawn: from which series of which year, and how it is written. */
export interface NumberRequest {
  readonly series: string;
  readonly year: number;
  readonly prefix: string;
  /** Written with zeros in front up to so many digits. */
  readonly digits: number;
  readonly suffix: string;
}

/** A number that a turn needs, and the name of the place it goes to. */
export interface AskedNumber extends NumberRequest {
  readonly place: string;
}

/** `渝告承〔2026〕0001`. */
export const caseNumber = (province: Province, series: string, year: number): NumberRequest => ({
  series: `case:${province}:${series}`,
  year,
  ...{ prefix: `${provinces[province].prefix}${series}〔${year}〕`, digits: 4, suffix: '' },
});

/** `渝药监受〔2026〕1号`, counted per type of document. */
export const documentNumber = (province: Province, series: string, year: number): NumberRequest => ({
  series: `document:${province}:${series}`,
  year,
  ...{ prefix: `${provinces[province].prefix}药监${series}〔${year}〕`, digits: 1, suffix: '号' },
});

/** `渝药监往函〔2026〕1号`, of letters to the bureau of the other province. */
export const letterNumber = (province: Province, year: number): NumberRequest => ({
  series: `letter:${province}`,
  year,
  ...{ prefix: `${provinces[province].prefix}药监往函〔${year}〕`, digits: 1, suffix: '号' },
});

/** `渝妆20260001`. */
export const licenceNumber = (province: Province, series: string, year: number): NumberRequest => ({
  series: `licence:${province}:${series}`,
  year,
  ...{ prefix: `${provinces[province].prefix}${series}${year}`, digits: 4, suffix: '' },
});

/**
 * Draws one number per request, in the order of the requests, into `numbered (place, number)`; none when `event` is empty.
 * A series stays locked from here until the transaction ends and goes back with it, so no number is drawn twice and none
 * is skipped. It is drawn inside the statement that writes, so that the next turn waits for little more than a commit;
 * series are taken in one order by everybody, so that two turns never wait for each other crosswise.
 */
export function numberParts(asked: readonly AskedNumber[]): readonly Part[] {
  if (asked.length === 0) return [];
  return [
    part(
      'asked',
      `SELECT a.*, row_number() OVER one AS nth, count(*) OVER (PARTITION BY a.series, a.year) AS among
  FROM event, ROWS FROM (jsonb_to_recordset({asked})
    AS (place text, series text, year int, prefix text, digits int, suffix text)) WITH ORDINALITY a
  WINDOW one AS (PARTITION BY a.series, a.year ORDER BY a.ordinality)`,
      { asked },
    ),
    part(
      'drawn',
      `INSERT INTO number_series AS held (series, year, last)
  SELECT series, year, count(*) FROM asked GROUP BY series, year ORDER BY series, year
  ON CONFLICT (series, year) DO UPDATE SET last = held.last + excluded.last
  RETURNING series, year, last`,
    ),
    part(
      'numbered',
      `SELECT place, prefix || lpad(n, greatest(digits, length(n)), '0') || suffix AS number
  FROM asked JOIN drawn USING (series, year), LATERAL (SELECT (last - among + nth)::text AS n) counted`,
    ),
  ];
}

/** Where the number of the case itself goes, at its opening. */
export const CASE_PLACE = 'case';
/** Where the number of a licence goes that is granted. */
export const LICENCE_PLACE = 'licence';
const DOCUMENT_PLACE = 'document ';
/** Where the number of the document at that position of the turn goes. */
export const documentPlace = (position: number): string => `${DOCUMENT_PLACE}${position}`;

const LETTER_PLACE = 'letter ';
/** Where the number of the letter goes that is the case's so-manieth. */
export const letterPlace = (sequence: number): string => `${LETTER_PLACE}${sequence}`;

const numberWhere = (place: string): string => `(SELECT number FROM numbered WHERE place = ${place})`;

/** SQL: the number that was drawn for the place. */
export const numberAt = (place: string): string => numberWhere(`'${place}'`);

/** SQL: the number that was drawn for the letter of that sequence, which is an expression. */
export const numberAtLetter = (sequence: string): string => numberWhere(`'${LETTER_PLACE}' || ${sequence}`);

/** SQL: the number that was drawn for the document at the position, which is an expression. */
export const numberAtDocument = (position: string): string => numberWhere(`'${DOCUMENT_PLACE}' || ${position}`);
