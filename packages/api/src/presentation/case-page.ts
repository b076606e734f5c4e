import { civilDateOf, isCivilDate, type CivilDate } from '@lianban/domain/civil-date';
import { notices } from '@lianban/domain/liaison';
import { workingDaysLeft } from '@lianban/domain/light';
import { isOutside, roles } from '@lianban/domain/role';
import { mayCall } from '@lianban/domain/permission';
import { maySetSecrecy } from '@lianban/domain/secrecy';
import { text } from '@lianban/domain/text';
import type { CaseRecord, DutyRow } from '@lianban/db/queries/case-page';
import { decisionOf, mayBeContested } from '@lianban/domain/contestable';
import type { Carried } from '@lianban/workflows/vocabulary/opening';
import type { z } from 'zod';
import type { casePage as schema } from '../views/case.ts';
import { ahead, type ForecastStep } from './ahead.ts';
import { alarmWords } from './alarm-words.ts';
import { answerSentence, type Audience, type StepInSentence } from './answer-sentence.ts';
import type { AsOf } from './as-of.ts';
import { attachmentView } from './attachment.ts';
import { daysUsedView } from './days-used.ts';
import { standsBeside } from './beside.ts';
import { readerOf, type CatalogueReader } from './catalogue.ts';
import { factsFor, type Occasion } from './case-facts.ts';
import { clockViews } from './clock.ts';
import { contactsOf } from './contacts.ts';
import { documentsFor } from './document.ts';
import { isKnownTo } from './disclosure.ts';
import { askedBy, awaitsAcknowledgement, lettersFor } from './letters.ts';
import { deputiesOf, dutyView } from './duty.ts';
import { actorName, isOwn, ownerView, standingTo, type Reader } from './owner.ts';
import { requestViewOf } from './request.ts';
import { timeline } from './timeline.ts';
import { whyOfClock } from './why.ts';

/** Everything on one case that the reader may see. */
export type CasePageView = z.infer<typeof schema>;

/** The page of a case, as its reader may see it. */
export function casePageView(record: CaseRecord, occasion: Occasion): CasePageView {
  const { head, duties } = record;
  const { reader, asOf } = occasion;
  const catalogue = readerOf(head.procedure, head.edition);
  const since = civilDateOf(head.openedAt);
  return {
    today: asOf.today,
    ...headOf(record, catalogue),
    request: requestViewOf(record, occasion.requestFile ?? null, reader),
    figures: (occasion.figures ?? []).map(({ units, ...owed }) => ({ ...owed, units: [...units] })),
    secrecy: isOutside(reader.post.role) ? null : secrecyOf(record),
    maySetSecrecy: mayConceal(record, reader),
    underReview: underReviewOf(record),
    mayContest: mayContest(record, reader),
    contests: contestsOf(record),
    answer: answerFor(record, occasion),
    ...dutiesFor(record, occasion),
    carried: head.opening.carried === undefined ? null : carriedOf(head.opening.carried),
    clocks: clockViews(factsFor(record, occasion)),
    timeline: timeline(record, { catalogue, reader, now: asOf.now }),
    ahead: forecastOf(record, occasion),
    documents: documentsFor(record, catalogue, reader),
    materials: materialsOf(record),
    opensFiles: record.head.opensFiles,
    licence: licenceOf(record),
    daysUsed: { ...daysUsedView(duties, asOf), since },
    contacts: contactsOf(record, reader),
    participants: participantsOf(record, reader),
    related: relatedTo(record),
    asked: askedBy(record, reader),
    letters: lettersFor(record, reader),
    alarm: isOutside(reader.post.role) ? null : alarmOf(record),
  };
}

type Head =
  'caseId' | 'caseNumber' | 'acceptanceNumber' | 'itemTitle' | 'about' | 'procedure' | 'procedureTitle' | 'edition';
type Parties = 'enterprise' | 'creditCode' | 'province' | 'state' | 'ending' | 'version';

function headOf({ head }: CaseRecord, catalogue: CatalogueReader): Pick<CasePageView, Head | Parties> {
  const { caseId, acceptanceNumber, procedure, edition, enterprise, creditCode, province, state, version } = head;
  return {
    caseId,
    caseNumber: head.number,
    acceptanceNumber,
    itemTitle: head.item.title,
    about: head.opening.childOf?.about?.title ?? null,
    procedure,
    procedureTitle: catalogue.title,
    edition,
    enterprise,
    creditCode,
    province,
    state,
    version,
    ending: head.ending === null ? null : catalogue.endingTitle(head.ending),
  };
}

function secrecyOf({ head }: CaseRecord): CasePageView['secrecy'] {
  const { secretSince: since, secretBy, secretReason, letInUntil } = head;
  return since === null ? null : { since, by: secretBy, reason: secretReason ?? '', letInUntil };
}

/** Whether the reader may put the case under secrecy or end it; who was let in for a while only looks. */
function mayConceal({ head, duties }: CaseRecord, { post }: Reader): boolean {
  const isOfOwnUnit = duties.some(({ unitId }) => unitId !== null && unitId === post.unitId);
  return head.letInUntil === null && maySetSecrecy(post.role, isOfOwnUnit);
}

/** The remedy that is pending against it. */
function underReviewOf({ related }: CaseRecord): CasePageView['underReview'] {
  const pending = related.find(({ relation, state }) => relation === 'contestedBy' && state === 'open');
  if (pending === undefined) return null;
  return { caseId: pending.caseId, caseNumber: pending.number, executionStopped: pending.executionStopped };
}

/** Remedies are entered against decisions by their applicant and the legal unit, one at a time; a grant is one before it is verified. */
function mayContest(record: CaseRecord, { post }: Reader): boolean {
  const { head, licence } = record;
  const decision = decisionOf({ ending: head.ending, licence: licence?.state ?? null });
  return (
    mayCall(post.role, 'remedy.open') &&
    head.letInUntil === null &&
    decision !== null &&
    mayBeContested(head.procedure, decision) &&
    underReviewOf(record) === null
  );
}

function contestsOf({ head }: CaseRecord): CasePageView['contests'] {
  const { contests } = head.opening;
  if (contests === undefined) return null;
  const { kind, soughtOn, lastOn } = contests;
  return { kind, soughtOn, lastOn, isLate: soughtOn > lastOn };
}

/** What is open on a case, of one kind. */
export const open = ({ duties }: CaseRecord, kind: DutyRow['kind']): readonly DutyRow[] =>
  duties.filter((duty) => duty.state === 'open' && duty.kind === kind);

/** The reader's own first, what only stands beside the work last, and the most urgent before the others. */
const urgentFirst =
  (reader: Reader) =>
  (a: DutyRow, b: DutyRow): number => {
    const own = Number(isOwn(b, reader)) - Number(isOwn(a, reader));
    if (own !== 0) return own;
    const beside = Number(standsBeside(a.step)) - Number(standsBeside(b.step));
    return beside === 0 ? (a.dueAt ?? 'z').localeCompare(b.dueAt ?? 'z') : beside;
  };

/** The open rights of a case that are for the reader to know. */
export const rightsShown = (record: CaseRecord, reader: Reader): readonly DutyRow[] =>
  open(record, 'right').filter((right) => isKnownTo(right, reader));

function dutiesFor(record: CaseRecord, occasion: Occasion): Pick<CasePageView, 'duties' | 'rights'> {
  const { reader } = occasion;
  const rights = rightsShown(record, reader);
  const duties = open(record, 'duty').toSorted(urgentFirst(reader));
  return {
    duties: duties.map((duty) => dutyView(duty, record, occasion)),
    rights: rights.map((right) => dutyView(right, record, occasion)),
  };
}

function answerFor(record: CaseRecord, { reader, asOf }: Occasion): CasePageView['answer'] {
  const { head } = record;
  const catalogue = readerOf(head.procedure, head.edition);
  const steps = open(record, 'duty')
    .toSorted(urgentFirst(reader))
    .map((duty) => ({ ...stepInSentence(duty, catalogue, asOf), own: isOwn(duty, reader) }));
  const ending = head.ending === null ? null : catalogue.endingTitle(head.ending);
  return answerSentence({ ending, steps }, audienceOf(reader), asOf);
}

/** An open step as sentences speak of it. */
export const stepInSentence = (
  duty: Pick<DutyRow, 'step' | 'dueOn' | 'clockStopped' | 'role' | 'province' | 'place' | 'isAuthority' | 'claimedBy'>,
  catalogue: CatalogueReader,
  { today, calendar }: AsOf,
): Omit<StepInSentence, 'own'> => ({
  title: catalogue.stepTitle(duty.step),
  owner: ownerView(duty),
  deadline: {
    on: duty.dueOn,
    workingDaysLeft: workingDaysLeft(duty.dueOn, today, calendar),
    clockStopped: duty.clockStopped,
  },
});

function audienceOf({ post }: Reader): Audience {
  if (isOutside(post.role)) return 'enterprise';
  return post.role === 'SUP' || post.role === 'ADM' ? 'supervisor' : 'officer';
}

/** What may come next on a case that is open. */
function forecastOf(record: CaseRecord, occasion: Occasion): ForecastStep[] {
  const { reader, asOf } = occasion;
  const { head, duties, clocks, events } = record;
  if (head.state === 'closed') return [];
  const drafts = events.filter(
    ({ step, kind, retracted }) => step === 'draft' && kind === 'answer' && retracted === null,
  );
  const running = clocks.filter(({ stoppedOn }) => stoppedOn === null);
  const prospect = {
    catalogue: readerOf(head.procedure, head.edition),
    terms: head.opening.terms,
    open: duties.filter(({ state, kind }) => state === 'open' && kind === 'duty'),
    clocks: Object.fromEntries(running.map(({ name, dueOn }) => [name, dueOn])),
    clockWhys: Object.fromEntries(running.map((clock) => [clock.name, whyOfClock(clock, factsFor(record, occasion))])),
    conditionsMetOn: promisedDay(record),
    // What is drafted is not yet decided, and not for the applicant to read out of the forecast.
    refusalDrafted: !isOutside(reader.post.role) && drafts.at(-1)?.outcome === 'proposeRefusal',
    byAuthority: duties.some(({ isAuthority }) => isAuthority),
    redone: head.opening.convertedFrom?.ruling !== undefined,
    windowed: head.opening.item.verification.windowed,
  };
  return ahead(prospect, asOf);
}

/** The day by which conditions are promised: with the application, or in the commitment signed later. */
function promisedDay({ head, events }: Pick<CaseRecord, 'head' | 'events'>): CivilDate | null {
  const later = events.findLast(
    ({ step, outcome, retracted }) => step === 'commit' && outcome === 'sign' && retracted === null,
  )?.form?.['conditionsMetOn'];
  if (typeof later === 'string' && isCivilDate(later)) return later;
  return head.opening.commitment?.conditionsMetOn ?? null;
}

function materialsOf({ head, attachments }: CaseRecord): CasePageView['materials'] {
  if (head.opening.letter !== undefined) return []; // nobody has applied for anything
  const filled = recordIn(head.form['materials']);
  return head.item.materials.map(({ key, title, need }) => {
    const { note, provided } = recordIn(filled[key]);
    const files = attachments.filter(({ material }) => material === key).map(attachmentView);
    const shown = typeof note === 'string' && note !== '' ? note : null;
    return { key, title, need, note: shown, atWindow: provided === true, files };
  });
}

const recordIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const licenceOf = ({ licence, head }: CaseRecord): CasePageView['licence'] =>
  licence === null ? null : { ...licence, title: head.item.licence.title };

/** Everybody who acted or has taken a step, and who stands in for them today, once per post. */
function participantsOf(record: CaseRecord, reader: Reader): CasePageView['participants'] {
  const { events, duties, head } = record;
  const standing = standingTo(record, reader);
  const acted = events.flatMap(({ who }) =>
    who === null
      ? []
      : [{ person: who.name, standingInFor: who.standingInFor?.name ?? null, role: who.role, unit: who.place }],
  );
  const holding = duties.flatMap(({ key, state, claimedBy, role, place: unit }) =>
    state === 'open' && claimedBy !== null
      ? [
          { person: claimedBy.name, standingInFor: null, role, unit },
          ...deputiesOf({ key }, record, reader).map((person) => ({
            person,
            standingInFor: claimedBy.name,
            role,
            unit,
          })),
        ]
      : [],
  );
  const byPost = new Map(
    [...acted, ...holding].map((one) => [`${one.person} ${one.standingInFor} ${one.role} ${one.unit.zh}`, one]),
  );
  return [...byPost.values()].map(({ person, standingInFor, role, unit }) => ({
    ...{ person: actorName(person, role, standing), standingInFor },
    roleTitle: roles[role],
    unit,
    province: head.province,
  }));
}

const RELATIONS = {
  continues: text('承接自', 'Continues'),
  continuedBy: text('转入', 'Continued by'),
  openedBy: text('源自', 'Opened by'),
  opened: text('本案派生', 'Opened by this case'),
  contests: text('针对', 'Against'),
  contestedBy: text('被复议、诉讼', 'Contested by'),
} as const;

/** Where an old case came from, and whether the day that its papers print is the one that is counted. */
const carriedOf = ({ number, printedOn, countedOn }: Carried): CasePageView['carried'] => ({
  ...{ number, printedOn, countedOn },
  agrees: printedOn === countedOn,
});

const relatedTo = ({ related }: CaseRecord): CasePageView['related'] =>
  related.map(({ caseId, number, procedure, edition, relation, ending, about }) => ({
    caseId,
    caseNumber: number,
    procedureTitle: readerOf(procedure, edition).title,
    about: about?.title ?? null,
    relation: RELATIONS[relation],
    ending: ending === null ? null : readerOf(procedure, edition).endingTitle(ending),
  }));

function alarmOf(record: CaseRecord): CasePageView['alarm'] {
  const [first] = record.alarms;
  if (first !== undefined) return alarmWords(first.kind);
  return awaitsAcknowledgement(record) ? notices.opinionChanged : null;
}
