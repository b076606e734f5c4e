import type { WorkingCalendar } from '@lianban/domain/calendar';
import { isCivilDate, type CivilDate } from '@lianban/domain/civil-date';
import type { Life, Past } from './life.ts';
import type { Occasion } from './past-case.ts';
import { momentOfDay, workingDayBefore } from './working-hours.ts';

/** Something that happens in a life, at its instant and under an id that is the same in every run for the same day. */
export type Dated = Occasion & { readonly happening: Past };

/** When everything in a life happens. */
export interface Agenda {
  readonly filing: Occasion;
  readonly past: readonly Dated[];
  readonly sequel: readonly Dated[];
}

/** Puts the acts of a life into the working hours before `day`. `number` tells lives apart. @throws RangeError */
export function agendaOf(
  life: Life,
  number: number,
  by: { readonly day: CivilDate; readonly calendar: WorkingCalendar },
): Agenda {
  const acts = new Map<number, number>();
  const occasion = (daysAgo: number, name: string): Occasion => {
    const nth = acts.get(daysAgo) ?? 0;
    acts.set(daysAgo, nth + 1);
    const on = workingDayBefore(by.calendar, by.day, daysAgo);
    return { requestId: `${requestIdPrefix}${by.day}:${number}:${name}`, at: momentOfDay(on, number, nth) };
  };
  const dated = (happenings: Life['past'], prefix: string): readonly Dated[] =>
    happenings.map((happening, at) => ({ happening, ...occasion(happening.daysAgo, `${prefix}${at + 1}`) }));
  return {
    filing: occasion(life.filed, '0'),
    past: dated(life.past, ''),
    sequel: dated(life.sequel ?? [], 'sequel-'),
  };
}

const requestIdPrefix = 'demo:';

/** The day for which an agenda with that request id was made; null when it is of no agenda. */
export function dayOfAgenda(requestId: string): CivilDate | null {
  const day = requestId.startsWith(requestIdPrefix) ? (requestId.split(':')[1] ?? '') : '';
  return isCivilDate(day) ? day : null;
}
