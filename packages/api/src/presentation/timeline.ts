import { civilDateOf } from '@lianban/domain/civil-date';
import { documents as documentTypes } from '@lianban/domain/document';
import type { Field } from '@lianban/domain/field';
import { roles } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import type { CaseRecord, DocumentOfCase, EventRow } from '@lianban/db/queries/case-page';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { z } from 'zod';
import type { timelineEntry as schema } from '../views/case.ts';
import { branchesOf } from './branches.ts';
import type { CatalogueReader } from './catalogue.ts';
import { doneWords, isInternal, isShownToApplicant, isTold } from './disclosure.ts';
import { written } from './form-words.ts';
import { turnWords } from './last-act.ts';
import type { Reader } from './owner.ts';
import { redatedBy } from './redated.ts';

/** One thing that happened, as it is shown. */
export type TimelineEntry = z.infer<typeof schema>;

/** What happened on a case, oldest first, as far as the reader may know it. */
export const timeline = (
  { events, documents, duties, head }: Pick<CaseRecord, 'events' | 'documents' | 'duties' | 'head'>,
  catalogue: CatalogueReader,
  reader: Reader,
): TimelineEntry[] => {
  const outside = reader.post.role === 'APP';
  const continued = isContinued(head.opening);
  return events.map((event) => {
    const own = documents.filter(({ version }) => version === event.version);
    const redated = redatedBy(event, { events, duties }, { catalogue, reader });
    return { ...entryOf(event, own, { catalogue, outside, continued }), redated };
  });
};

/** Whether the case was begun elsewhere: under another procedure, or before it came into the system. */
export const isContinued = ({ convertedFrom, carried }: Pick<Opening, 'convertedFrom' | 'carried'>): boolean =>
  convertedFrom !== null || carried !== undefined;

/** To whom the turns of a case are told. */
export interface Telling {
  readonly catalogue: CatalogueReader;
  /** The reader is the applicant. */
  readonly outside: boolean;
  /** The case was begun elsewhere. */
  readonly continued: boolean;
}

function entryOf(
  event: EventRow,
  documents: readonly DocumentOfCase[],
  telling: Telling,
): Omit<TimelineEntry, 'redated'> {
  const { catalogue, outside } = telling;
  const { version, at, who, duty } = event;
  const shown = outside ? documents.filter(({ type }) => isShownToApplicant(type, event)) : documents;
  return {
    version,
    at,
    on: civilDateOf(at),
    ...wordsOf(event, telling),
    branch: duty === null ? [] : branchesOf(duty, catalogue.stepTitle),
    lapsed: event.kind === 'lapse',
    who: who === null ? null : { person: who.name, post: who.place.zh, roleTitle: roles[who.role] },
    documents: shown.map(({ id, type, number }) => ({ id, title: documentTypes[type].title, number })),
  };
}

function wordsOf(event: EventRow, telling: Telling): { stepTitle: Text; act: Text; remark: string | null } {
  const { kind, step, outcome } = event;
  if (kind === 'open') {
    const act = telling.continued ? turnWords.continued : turnWords.opened;
    return { stepTitle: turnWords.application, act, remark: null };
  }
  if (step === null || outcome === null)
    return { stepTitle: turnWords.dates, act: turnWords.redated, remark: event.reason };
  const { catalogue, outside } = telling;
  const spec = catalogue.spec(step);
  const hidden = outside && isInternal(spec, step, outcome);
  return {
    stepTitle: spec.title,
    act: hidden ? doneWords : catalogue.actTitle(step, outcome),
    remark: hidden ? null : remarkOf(event, spec.outcomes[outcome]?.form ?? [], outside),
  };
}

/** What was done in a turn, for whoever may know it; null for what stays inside the agency and for new dates. */
export function knownAct(event: EventRow, telling: Telling): Text | null {
  const { step, outcome, kind } = event;
  if (kind !== 'open' && (step === null || outcome === null)) return null;
  const { act } = wordsOf(event, telling);
  return act === doneWords ? null : act;
}

/** What was written with the act, one line per field; the label is left out where there is only one. */
function remarkOf({ form, who }: EventRow, fields: readonly Field[], outside: boolean): string | null {
  const role = who?.role ?? 'CLK';
  const told = fields.filter(({ name }) => !outside || isTold(name, role));
  const lines = told.flatMap((field) => {
    const words = written(field, form?.[field.name]);
    return words === null ? [] : [{ label: field.label.zh, words: words.zh }];
  });
  if (lines.length === 0) return null;
  return lines.map(({ label, words }) => (lines.length === 1 ? words : `${label}：${words}`)).join('\n');
}
