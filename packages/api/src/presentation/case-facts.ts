import { civilDateOf } from '@lianban/domain/civil-date';
import type { CaseRecord } from '@lianban/db/queries/case-page';
import type { AsOf } from './as-of.ts';
import { readerOf } from './catalogue.ts';
import type { Reader } from './owner.ts';
import { isContinued, knownAct } from './timeline.ts';
import { papersFor } from './turn-papers.ts';
import type { CaseFacts } from './why.ts';

/** For whom a page is drawn, and when. */
export interface Occasion {
  readonly reader: Reader;
  readonly asOf: AsOf;
}

/** What the explanations of a case's deadlines are told from, for somebody who may see its page. */
export function factsFor(record: CaseRecord, { reader, asOf }: Occasion): CaseFacts {
  const { head, clocks, events } = record;
  const telling = {
    catalogue: readerOf(head.procedure, head.edition),
    outside: reader.post.role === 'APP',
    continued: isContinued(head.opening),
  };
  return {
    ...{ terms: head.opening.terms, clocks, asOf },
    lengthenings: events.flatMap(({ version, entries }) =>
      entries.flatMap((entry) => (entry.type === 'extended' ? [{ key: entry.key, rule: entry.rule, version }] : [])),
    ),
    papersOf: papersFor(record, reader),
    actOf: (version, on) => {
      const event = events.find((one) => one.version === version);
      return event === undefined || civilDateOf(event.at) !== on ? null : knownAct(event, telling);
    },
  };
}
