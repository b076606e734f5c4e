import { civilDateOf, epochMs, instant, type Instant } from '@lianban/domain/civil-date';
import { clockNamed } from '@lianban/domain/limit-key';
import type { CaseRecord, DutyRow, EventRow } from '@lianban/db/queries/case-page';
import type { z } from 'zod';
import type { redatedLimit as schema } from '../views/case.ts';
import type { CatalogueReader } from './catalogue.ts';
import { clockTitleOf } from './clock-titles.ts';
import { isKnownTo } from './disclosure.ts';
import type { Reader } from './owner.ts';

/** A limit that was counted anew, with its last day before and after. */
export type RedatedLimit = z.infer<typeof schema>;

/** What of a case the dates are told from. */
interface Told extends Pick<CaseRecord, 'events'> {
  readonly duties: readonly Pick<DutyRow, 'key' | 'step' | 'kind' | 'role' | 'unitId'>[];
}

/**
 * The limits to which a turn gave new dates after a revision, as far as the reader may know them; the day before is the one
 * that the turns until then had given. A limit that stood still before and after has no day to tell.
 */
export function redatedBy(
  event: EventRow,
  { events, duties }: Told,
  { catalogue, reader }: { readonly catalogue: CatalogueReader; readonly reader: Reader },
): RedatedLimit[] {
  if (event.kind !== 'redate') return [];
  const earlier = events.filter(({ version }) => version < event.version);
  return Object.entries(event.dues).flatMap(([key, at]) => {
    const title = titleOf(key, duties, { catalogue, reader });
    const before = earlier.findLast(({ dues }) => Object.hasOwn(dues, key))?.dues[key] ?? null;
    if (title === null || (before === null && at === null)) return [];
    return [{ title, from: lastDay(before), to: lastDay(at) }];
  });
}

function titleOf(
  key: string,
  duties: Told['duties'],
  { catalogue, reader }: { readonly catalogue: CatalogueReader; readonly reader: Reader },
): RedatedLimit['title'] | null {
  if (clockNamed(key) !== null) return clockTitleOf(key);
  const duty = duties.find((one) => one.key === key);
  return duty === undefined || !isKnownTo(duty, reader) ? null : catalogue.stepTitle(duty.step);
}

/** The first late instant may be a midnight, which belongs to the day before. */
const lastDay = (at: Instant | null): RedatedLimit['from'] =>
  at === null ? null : { on: civilDateOf(instant(epochMs(at) - 1)), at };
