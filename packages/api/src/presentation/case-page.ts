import { civilDateOf, isCivilDate, type CivilDate } from '@lianban/domain/civil-date';
import { workingDaysLeft } from '@lianban/domain/light';
import { roles } from '@lianban/domain/role';
import { text } from '@lianban/domain/text';
import type { CaseRecord, DutyRow } from '@lianban/db/queries/case-page';
import type { Carried } from '@lianban/workflows/vocabulary/opening';
import type { z } from 'zod';
import type { casePage as schema } from '../views/case.ts';
import { ahead, type ForecastStep } from './ahead.ts';
import { alarmWords } from './alarm-words.ts';
import { answerSentence, type Audience, type StepInSentence } from './answer-sentence.ts';
import type { AsOf } from './as-of.ts';
import { daysUsedView } from './days-used.ts';
import { readerOf, type CatalogueReader } from './catalogue.ts';
import { factsFor, type Occasion } from './case-facts.ts';
import { clockViews } from './clock.ts';
import { documentsFor } from './document.ts';
import { isKnownTo } from './disclosure.ts';
import { dutyView } from './duty.ts';
import { isOwn, ownerView, type Reader } from './owner.ts';
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
    answer: answerFor(record, occasion),
    ...dutiesFor(record, occasion),
    carried: head.opening.carried === undefined ? null : carriedOf(head.opening.carried),
    clocks: clockViews(factsFor(record, occasion)),
    timeline: timeline(record, catalogue, reader),
    ahead: forecastOf(record, occasion),
    documents: documentsFor(record, catalogue, reader),
    materials: materialsOf(record),
    licence: licenceOf(record),
    daysUsed: { ...daysUsedView(duties, asOf), since },
    participants: participantsOf(record),
    related: relatedTo(record),
    alarm: reader.post.role === 'APP' ? null : alarmOf(record),
  };
}

type Head = 'caseId' | 'caseNumber' | 'acceptanceNumber' | 'itemTitle' | 'procedure' | 'procedureTitle' | 'edition';
type Parties = 'enterprise' | 'creditCode' | 'province' | 'state' | 'ending' | 'version';

function headOf({ head }: CaseRecord, catalogue: CatalogueReader): Pick<CasePageView, Head | Parties> {
  const { caseId, acceptanceNumber, procedure, edition, enterprise, creditCode, province, state, version } = head;
  return {
    caseId,
    caseNumber: head.number,
    acceptanceNumber,
    itemTitle: head.item.title,
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

/** What is open on a case, of one kind. */
export const open = ({ duties }: CaseRecord, kind: DutyRow['kind']): readonly DutyRow[] =>
  duties.filter((duty) => duty.state === 'open' && duty.kind === kind);

/** The reader's own first, then the most urgent. */
const urgentFirst =
  (reader: Reader) =>
  (a: DutyRow, b: DutyRow): number => {
    const own = Number(isOwn(b, reader)) - Number(isOwn(a, reader));
    return own === 0 ? (a.dueAt ?? 'z').localeCompare(b.dueAt ?? 'z') : own;
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
  duty: Pick<DutyRow, 'step' | 'dueOn' | 'clockStopped' | 'role' | 'province' | 'place' | 'claimedBy'>,
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
  if (post.role === 'APP') return 'enterprise';
  return post.role === 'SUP' || post.role === 'ADM' ? 'supervisor' : 'officer';
}

/** What may come next on a case that is open. */
function forecastOf(record: CaseRecord, occasion: Occasion): ForecastStep[] {
  const { reader, asOf } = occasion;
  const { head, duties, clocks, events } = record;
  if (head.state === 'closed') return [];
  const drafts = events.filter(({ step, kind }) => step === 'draft' && kind === 'answer');
  const running = clocks.filter(({ stoppedOn }) => stoppedOn === null);
  const prospect = {
    catalogue: readerOf(head.procedure, head.edition),
    terms: head.opening.terms,
    open: duties.filter(({ state, kind }) => state === 'open' && kind === 'duty'),
    clocks: Object.fromEntries(running.map(({ name, dueOn }) => [name, dueOn])),
    clockWhys: Object.fromEntries(running.map((clock) => [clock.name, whyOfClock(clock, factsFor(record, occasion))])),
    conditionsMetOn: promisedDay(record),
    // What is drafted is not yet decided, and not for the applicant to read out of the forecast.
    refusalDrafted: reader.post.role !== 'APP' && drafts.at(-1)?.outcome === 'proposeRefusal',
    windowed: head.opening.item.verification.windowed,
  };
  return ahead(prospect, asOf);
}

/** The day by which conditions are promised: with the application, or in the commitment signed later. */
function promisedDay({ head, events }: Pick<CaseRecord, 'head' | 'events'>): CivilDate | null {
  const later = events.findLast(({ step, outcome }) => step === 'commit' && outcome === 'sign')?.form?.[
    'conditionsMetOn'
  ];
  if (typeof later === 'string' && isCivilDate(later)) return later;
  return head.opening.commitment?.conditionsMetOn ?? null;
}

function materialsOf({ head }: CaseRecord): CasePageView['materials'] {
  const filled = recordIn(head.form['materials']);
  return head.item.materials.map(({ key, title, need }) => {
    const note = recordIn(filled[key])['note'];
    return { key, title, need, note: typeof note === 'string' && note !== '' ? note : null };
  });
}

const recordIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const licenceOf = ({ licence, head }: CaseRecord): CasePageView['licence'] =>
  licence === null ? null : { ...licence, title: head.item.licence.title };

/** Everybody who acted or has taken a step, once per post. */
function participantsOf({ events, duties, head }: CaseRecord): CasePageView['participants'] {
  const acted = events.flatMap(({ who }) =>
    who === null ? [] : [{ person: who.name, role: who.role, unit: who.place }],
  );
  const holding = duties.flatMap(({ state, claimedBy, role, place }) =>
    state === 'open' && claimedBy !== null ? [{ person: claimedBy.name, role, unit: place }] : [],
  );
  const byPost = new Map([...acted, ...holding].map((one) => [`${one.person} ${one.role} ${one.unit.zh}`, one]));
  return [...byPost.values()].map(({ person, role, unit }) => ({
    person,
    roleTitle: roles[role],
    unit,
    province: head.province,
  }));
}

const RELATIONS = {
  continues: text('承接自', 'Continues'),
  continuedBy: text('转入', 'Continued by'),
} as const;

/** Where an old case came from, and whether the day that its papers print is the one that is counted. */
const carriedOf = ({ number, printedOn, countedOn }: Carried): CasePageView['carried'] => ({
  ...{ number, printedOn, countedOn },
  agrees: printedOn === countedOn,
});

const relatedTo = ({ related }: CaseRecord): CasePageView['related'] =>
  related.map(({ caseId, number, procedure, edition, relation }) => ({
    caseId,
    caseNumber: number,
    procedureTitle: readerOf(procedure, edition).title,
    relation: RELATIONS[relation],
  }));

function alarmOf({ alarms }: CaseRecord): CasePageView['alarm'] {
  const [first] = alarms;
  return first === undefined ? null : alarmWords(first.kind);
}
