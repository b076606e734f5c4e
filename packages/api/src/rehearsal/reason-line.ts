import type { Text } from '@lianban/domain/text';
import type { WhyView } from '../presentation/why.ts';
import type { ReasonLine } from './journal-line.ts';

/** The reasons of a last day, in the language of the rehearsal. */
export function reasonLine(why: WhyView, told: (text: Text) => string): ReasonLine {
  const { startOn, limit, extensions, mark, makeupDays, rolledFrom, calendar } = why;
  return {
    sentence: told(why.sentence),
    ...{ startOn, startedBy: why.startedBy === null ? null : told(why.startedBy), limit, extensions },
    ...{ basis: told(why.basis), mark },
    excluded: why.spans.map(({ from, to, title, workingDays }) => ({ from, to, title: told(title), workingDays })),
    holidays: why.holidays.map(({ on, name }) => ({ date: on, name: told(name) })),
    ...{ makeupDays, rolledFrom, calendar },
  };
}
