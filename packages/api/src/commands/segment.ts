import type { Span } from '@lianban/domain/ask';
import { addDays, type CivilDate } from '@lianban/domain/civil-date';
import { counting } from './calendars.ts';
import { Fields, type Item } from './fields.ts';
import { near } from './limit.ts';
import { Refusal } from './refusal.ts';

/** More than any clock has. */
export const MAX_SEGMENTS = 100;

/**
 * A segment as a line tells it, by the days of two events: `from` is the day of the one that stopped the clock and is still
 * counted; `to` is the day of the one that let it go on, after which counting resumes, and null while there is none.
 */
export interface Segment extends Pick<Span, 'from' | 'to' | 'kind'> {
  readonly reason: string | null;
  readonly document: string | null;
}

/** A segment with the days that the clock leaves out because of it: none where both events fall on one day. */
export interface ReadSegment {
  readonly told: Segment;
  readonly leftOut: Span;
}

const known = ['from', 'to', 'kind', 'reason', 'document'];

/** @throws Refusal */
export function readSegment({ value, path }: Item, startOn: CivilDate): ReadSegment {
  const fields = new Fields(value, { path, known });
  const from = near(startOn, fields.date('from'), fields.at('from'));
  const to = fields.has('to') ? near(startOn, fields.date('to'), fields.at('to')) : null;
  if (to !== null && to < from) throw new Refusal('ENDS_BEFORE_START', fields.at('to'), { start: from });
  const kind = fields.has('kind') ? fields.oneOf('kind', ['excluded', 'suspended']) : 'excluded';
  const reason = fields.has('reason') ? fields.text('reason') : '';
  const document = fields.has('document') ? fields.text('document') : null;
  const firstLeftOut = counting(fields.at('from'), () => addDays(from, 1));
  return {
    told: { from, to, kind, reason: reason === '' ? null : reason, document },
    leftOut: { from: firstLeftOut, to, kind, reason },
  };
}
