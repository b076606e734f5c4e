import { civilDateOf } from '@lianban/domain/civil-date';
import { documents as documentTypes } from '@lianban/domain/document';
import type { Field } from '@lianban/domain/field';
import type { Standing } from '@lianban/domain/personal';
import { otherProvince, provinces } from '@lianban/domain/province';
import { isOutside, roles, type Role } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import type { CaseRecord, DocumentOfCase, Doer, EventRow } from '@lianban/db/queries/case-page';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { z } from 'zod';
import type { timelineEntry as schema } from '../views/case.ts';
import { attachmentView } from './attachment.ts';
import { branchesOf } from './branches.ts';
import type { CatalogueReader } from './catalogue.ts';
import { doneWords, isInternal, isShownToApplicant, isTold } from './disclosure.ts';
import { written } from './form-words.ts';
import { openingWords, turnWords, type OpenedBy } from './last-act.ts';
import { actorName, standingTo } from './owner.ts';
import { redatedBy } from './redated.ts';
import { takeBackOf, type Asking } from './take-back.ts';

/** One thing that happened, as it is shown. */
export type TimelineEntry = z.infer<typeof schema>;

/** What happened on a case, oldest first, as far as the reader may know it. */
export const timeline = (
  {
    events,
    documents,
    duties,
    head,
    attachments,
  }: Pick<CaseRecord, 'events' | 'documents' | 'duties' | 'head' | 'attachments'>,
  { catalogue, reader, now }: Asking,
): TimelineEntry[] => {
  const outside = isOutside(reader.post.role);
  const continued = isContinued(head.opening);
  const openedBy = openedByOf(head.opening);
  const standing = standingTo({ duties }, reader);
  return events.map((event) => {
    const own = documents.filter(({ version }) => version === event.version);
    const redated = redatedBy(event, { events, duties }, { catalogue, reader });
    const takeBack = takeBackOf(event, { events, duties, head }, { catalogue, reader, now });
    // The files of an application stand with its materials.
    const files = event.kind === 'answer' ? attachments.filter(({ version }) => version === event.version) : [];
    const about = duties.find(({ key }) => key === event.duty)?.about?.title ?? null;
    return {
      ...entryOf(event, own, { catalogue, outside, continued, openedBy, standing }),
      otherBureau: outside ? null : otherBureauIn(event, { openedBy, head }),
      ...{ about, files: files.map(attachmentView), redated, takeBack },
    };
  });
};

/** Whether the case was begun elsewhere: under another procedure, or before it came into the system. */
export const isContinued = ({
  convertedFrom,
  carried,
  childOf,
  letter,
}: Pick<Opening, 'convertedFrom' | 'carried' | 'childOf' | 'letter'>): boolean =>
  convertedFrom !== null || carried !== undefined || childOf !== undefined || letter !== undefined;

/** What opened this case. */
export function openedByOf({
  childOf,
  letter,
  quarter,
  meetings,
}: Pick<Opening, 'childOf' | 'letter' | 'quarter' | 'meetings'>): OpenedBy {
  if (letter !== undefined) return 'letter';
  if (childOf !== undefined) return 'case';
  return quarter === undefined && meetings === undefined ? 'applicant' : 'calendar';
}

/** To whom the turns of a case are told. */
export interface Telling {
  readonly catalogue: CatalogueReader;
  /** The reader is the applicant. */
  readonly outside: boolean;
  /** The case was begun elsewhere. */
  readonly continued: boolean;
  /** Who opened it: an applicant, another case that waits for its ending, a letter that waits for its answer, or the calendar. */
  readonly openedBy: OpenedBy;
  /** How they stand to it. */
  readonly standing: Standing;
}

function entryOf(
  event: EventRow,
  documents: readonly DocumentOfCase[],
  telling: Telling,
): Omit<TimelineEntry, 'about' | 'files' | 'redated' | 'takeBack' | 'otherBureau'> {
  const { catalogue, outside, standing } = telling;
  const { version, at, who, duty, retracted } = event;
  const shown = outside ? documents.filter(({ type }) => isShownToApplicant(type, event)) : documents;
  return {
    version,
    at,
    on: civilDateOf(at),
    ...wordsOf(event, telling),
    branch: duty === null ? [] : branchesOf(duty, catalogue),
    lapsed: event.kind === 'lapse',
    retracted: retracted === null ? null : takenBack(retracted, who?.role ?? 'CLK', telling),
    who: who === null ? null : doerOf(who, standing),
    documents: shown.map(({ id, type, number }) => ({ id, title: documentTypes[type].title, number })),
  };
}

/** Whoever wrote the letter that did it. What the bureaus write to each other, and that they do, is not for those outside. */
function otherBureauIn(
  { kind, letterNumber: letter }: EventRow,
  { openedBy, head }: { readonly openedBy: OpenedBy; readonly head: Pick<CaseRecord['head'], 'province'> },
): TimelineEntry['otherBureau'] {
  const byLetter = kind === 'letterAnswered' || (openedBy === 'letter' && (kind === 'open' || kind === 'parentEnded'));
  return byLetter ? { bureau: provinces[otherProvince(head.province)].bureau, letter } : null;
}

/** Only who did it takes it back, so that the role is theirs. */
const takenBack = (
  { at, by, reason }: NonNullable<EventRow['retracted']>,
  role: Role,
  { outside, standing }: Telling,
): TimelineEntry['retracted'] => ({
  ...{ on: civilDateOf(at), by: actorName(by, role, standing), reason: outside ? null : reason },
});

const doerOf = ({ name, standingInFor, place, role }: Doer, standing: Standing): NonNullable<TimelineEntry['who']> => ({
  ...{
    person: actorName(name, role, standing),
    standingInFor: standingInFor?.name ?? null,
    post: place,
    roleTitle: roles[role],
  },
});

function wordsOf(event: EventRow, telling: Telling): { stepTitle: Text; act: Text; remark: string | null } {
  const { kind, step, outcome } = event;
  if (kind === 'retract' && step !== null) {
    const remark = telling.outside ? null : event.reason;
    return { stepTitle: telling.catalogue.stepTitle(step), act: turnWords.retracted, remark };
  }
  if (kind === 'parentEnded' && telling.openedBy === 'letter')
    return { stepTitle: turnWords.letter, act: turnWords.recalled, remark: null };
  if (kind === 'parentEnded') return { stepTitle: turnWords.parent, act: turnWords.parentEnded, remark: null };
  if (kind === 'open') {
    const words = openingWords(telling.openedBy);
    const isApplication = telling.openedBy === 'applicant';
    return { ...words, ...(isApplication && telling.continued ? { act: turnWords.continued } : {}), remark: null };
  }
  if (step === null || outcome === null)
    return { stepTitle: turnWords.dates, act: turnWords.redated, remark: event.reason };
  const { catalogue, outside } = telling;
  const spec = catalogue.spec(step);
  const hidden = outside && isInternal(spec, step, outcome);
  return {
    stepTitle: spec.title,
    act: hidden ? doneWords : catalogue.actTitle(step, outcome),
    remark: hidden ? null : remarkOf(event, spec.outcomes[outcome]?.form ?? [], telling),
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
function remarkOf({ form, who }: EventRow, fields: readonly Field[], { outside, standing }: Telling): string | null {
  const role = who?.role ?? 'CLK';
  const told = fields.filter(({ name }) => !outside || isTold(name, role));
  const lines = told.flatMap((field) => {
    const words = written(field, form?.[field.name], standing);
    return words === null ? [] : [{ label: field.label.zh, words: words.zh }];
  });
  if (lines.length === 0) return null;
  return lines.map(({ label, words }) => (lines.length === 1 ? words : `${label}：${words}`)).join('\n');
}
