import { isOutside } from '@lianban/domain/role';
import { civilDateOf, type CivilDate } from '@lianban/domain/civil-date';
import type { RequestFile } from '@lianban/db/liaison/request-file';
import type { LiaisonUnit } from '@lianban/db/liaison/units';
import type { CaseRecord, EventRow } from '@lianban/db/queries/case-page';
import type { Apartness } from '../answering/apartness.ts';
import type { FiguresOwed } from '../answering/figures-owed.ts';
import type { AsOf } from './as-of.ts';
import { beginningOn, type Beginning } from './beginning.ts';
import { readerOf } from './catalogue.ts';
import { standingTo, type Reader } from './owner.ts';
import { isContinued, knownAct, openedByOf, type Telling } from './timeline.ts';
import { papersFor } from './turn-papers.ts';
import type { CaseFacts } from './why.ts';

/** For whom a page is drawn, and when. */
export interface Occasion {
  readonly reader: Reader;
  readonly asOf: AsOf;
  /** What keeps the reader from acting, where they could act on it. */
  readonly apart?: Apartness;
  /** The units that may be named in the reader's forms. */
  readonly units?: readonly LiaisonUnit[];
  /** Of a liaison request: what the record has of it beside its case. */
  readonly requestFile?: RequestFile | null;
  /** What the papers of the reader's own duties would count now. */
  readonly figures?: readonly FiguresOwed[];
}

/** What the explanations of a case's deadlines are told from, for somebody who may see its page. */
export function factsFor(record: CaseRecord, { reader, asOf }: Occasion): CaseFacts {
  const { head, clocks, events } = record;
  const telling = {
    catalogue: readerOf(head.procedure, head.edition),
    outside: isOutside(reader.post.role),
    continued: isContinued(head.opening),
    openedBy: openedByOf(head.opening),
    standing: standingTo(record, reader),
  };
  return {
    ...{ terms: head.opening.terms, clocks, asOf },
    lengthenings: events.flatMap(({ version, entries }) =>
      entries.flatMap((entry) => (entry.type === 'extended' ? [{ key: entry.key, rule: entry.rule, version }] : [])),
    ),
    papersOf: papersFor(record, reader),
    actOf: (version, on) => {
      const event = events.find((one) => one.version === version);
      return event === undefined ? null : begunBy(event, on, telling);
    },
  };
}

function begunBy(event: EventRow, on: CivilDate, telling: Telling): Beginning | null {
  const act = knownAct(event, telling);
  if (act === null) return null;
  const { at, step, receivedOn } = event;
  // What a case began elsewhere took over was not sent when it was taken over.
  const byApplicant = step === null ? !telling.continued : telling.catalogue.spec(step).owner === 'APP';
  return beginningOn(on, { act, on: civilDateOf(at), receivedOn, byApplicant });
}
