import { provinces, type Province } from '@lianban/domain/province';
import { select, type Queryable } from '../queryable.ts';

/** A number to be drawn: from which series of which year, and how it is written. */
export interface NumberRequest {
  readonly series: string;
  readonly year: number;
  readonly write: (n: number) => string;
}

const padded = (n: number): string => String(n).padStart(4, '0');

/** `渝告承〔2026〕0001`. */
export const caseNumber = (province: Province, series: string, year: number): NumberRequest => ({
  series: `case:${province}:${series}`,
  year,
  write: (n) => `${provinces[province].prefix}${series}〔${year}〕${padded(n)}`,
});

/** `渝药监受〔2026〕1号`, counted per type of document. */
export const documentNumber = (province: Province, series: string, year: number): NumberRequest => ({
  series: `document:${province}:${series}`,
  year,
  write: (n) => `${provinces[province].prefix}药监${series}〔${year}〕${n}号`,
});

/** `渝妆20260001`. */
export const licenceNumber = (province: Province, series: string, year: number): NumberRequest => ({
  series: `licence:${province}:${series}`,
  year,
  write: (n) => `${provinces[province].prefix}${series}${year}${padded(n)}`,
});

// Series in one order for everybody, so that two turns never wait for each other crosswise.
const DRAW = `
INSERT INTO number_series AS held (series, year, last)
SELECT asked.series, asked.year, asked.count FROM jsonb_to_recordset($1) AS asked (series text, year int, count int)
ORDER BY asked.series, asked.year
ON CONFLICT (series, year) DO UPDATE SET last = held.last + excluded.last
RETURNING series, year, last`;

/**
 * Draws one number per request, in the order of the requests. The series stay locked until the transaction ends and go
 * back with it, so no number is drawn twice and none is skipped.
 */
export async function drawNumbers(db: Queryable, requests: readonly NumberRequest[]): Promise<readonly string[]> {
  if (requests.length === 0) return [];
  const idOf = ({ series, year }: Pick<NumberRequest, 'series' | 'year'>): string => `${year}:${series}`;
  const counts = new Map<string, { series: string; year: number; count: number }>();
  for (const { series, year } of requests) {
    const asked = counts.get(idOf({ series, year })) ?? { series, year, count: 0 };
    counts.set(idOf({ series, year }), { ...asked, count: asked.count + 1 });
  }
  const drawn = await select<{ series: string; year: number; last: number }>(db, {
    name: 'draw-numbers',
    text: DRAW,
    values: [JSON.stringify([...counts.values()])],
  });
  const next = new Map(drawn.map((row) => [idOf(row), row.last - (counts.get(idOf(row))?.count ?? 0)]));
  return requests.map((request) => {
    const n = (next.get(idOf(request)) ?? 0) + 1;
    next.set(idOf(request), n);
    return request.write(n);
  });
}
