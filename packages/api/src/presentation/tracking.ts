import { civilDateOf } from '@lianban/domain/civil-date';
import { documents as types, type DocumentType } from '@lianban/domain/document';
import { text } from '@lianban/domain/text';
import type { DutyRow } from '@lianban/db/queries/case-page';
import type { Tracking } from '@lianban/db/queries/tracking';
import type { z } from 'zod';
import type { trackingView as schema } from '../views/case.ts';
import { nextOnMainLine } from './ahead.ts';
import { answerSentence } from './answer-sentence.ts';
import type { AsOf } from './as-of.ts';
import { beginningOn } from './beginning.ts';
import { stepInSentence } from './case-page.ts';
import { daysUsedView } from './days-used.ts';
import { readerOf, type CatalogueReader } from './catalogue.ts';
import { deadlineWithWhy } from './deadline.ts';
import { isInternal } from './disclosure.ts';
import { turnWords } from './last-act.ts';
import { ownerView } from './owner.ts';
import { isContinued } from './timeline.ts';
import type { PapersOfTurn } from './turn-papers.ts';
import { whyOfDuty, type CaseFacts, type WhyView } from './why.ts';

/** What the public may know of a case. */
export type TrackingView = z.infer<typeof schema>;

/** The public answer to a number and the end of the credit code: where, what next, by when and why; nobody is named. */
export function trackingView(found: Tracking, duties: readonly DutyRow[], asOf: AsOf): TrackingView {
  const catalogue = readerOf(found.procedure, found.edition);
  const { number: caseNumber, acceptanceNumber, itemTitle, enterprise, province, state } = found;
  const ending = found.ending === null ? null : catalogue.endingTitle(found.ending);
  const steps = found.steps.map((step) => ({ ...step, claimedBy: null }));
  const [first] = steps;
  const told = steps.map((step) => ({ ...stepInSentence(step, catalogue, asOf), own: false }));
  return {
    today: asOf.today,
    caseNumber,
    acceptanceNumber,
    itemTitle,
    enterprise,
    province,
    state,
    ending,
    answer: answerSentence({ ending, steps: told }, 'public', asOf),
    where: first === undefined ? null : ownerView(first),
    nextStep: first === undefined ? null : nextOnMainLine(first.step, catalogue),
    deadline: first === undefined ? null : deadlineWithWhy(first, whyOfStep(first.key, duties, { found, asOf }), asOf),
    daysUsed: { ...daysUsedView(duties, asOf), since: civilDateOf(found.openedAt) },
    windowPhone: found.windowPhone ?? '',
    timeline: publicTimeline(found, catalogue),
  };
}

/** Why the step is due on its day, told with the papers of which everybody with the number may know. */
function whyOfStep(
  key: string,
  duties: readonly DutyRow[],
  { found, asOf }: { readonly found: Tracking; readonly asOf: AsOf },
): WhyView | null {
  const duty = duties.find((one) => one.key === key);
  if (duty === undefined) return null;
  const { terms, clocks, lengthenings, documents } = found;
  const catalogue = readerOf(found.procedure, found.edition);
  const told = { papersOf: publicPapers(documents), actOf: publicActs(found, catalogue) };
  return whyOfDuty(duty, catalogue.spec(duty.step), { terms, clocks, lengthenings, asOf, ...told });
}

/** The application, and steps as the public timeline names them. */
const publicActs =
  ({ openedAt, opening, passed }: Tracking, catalogue: CatalogueReader): CaseFacts['actOf'] =>
  (turn, on) => {
    if (turn === 1) {
      const { receivedOn } = opening;
      const done = { act: turnWords.opened, on: civilDateOf(openedAt), receivedOn, byApplicant: !isContinued(opening) };
      return beginningOn(on, done);
    }
    const [begun] = passed
      .filter((one) => one.version === turn && isToldToAll(one, catalogue))
      .flatMap(({ step, ...days }) => {
        const { title: act, owner } = catalogue.spec(step);
        return beginningOn(on, { act, ...days, byApplicant: owner === 'APP' }) ?? [];
      });
    return begun ?? null;
  };

const isToldToAll = ({ step, outcome }: Tracking['passed'][number], catalogue: CatalogueReader): boolean =>
  !isInternal(catalogue.spec(step), step, outcome);

/** They are named, not opened: their text is for those who sign in. */
const publicPapers =
  (documents: Tracking['documents']): PapersOfTurn =>
  (turn) => {
    const made = documents.filter(({ version }) => version === turn);
    const told = made.filter(({ type }) => isPublic(type));
    if (told.length === 0 && made.length > 0) return null;
    return told.map(({ type, number }) => ({ id: null, title: types[type].title, number }));
  };

type PublicEntry = TrackingView['timeline'][number];

/** Papers of which everybody with the number may know besides those that are published. */
const TOLD_BY_NUMBER: ReadonlySet<DocumentType> = new Set(['acceptanceNotice', 'deemedAcceptance']);

const isPublic = (type: DocumentType): boolean => types[type].audience === 'public' || TOLD_BY_NUMBER.has(type);

/** Steps that were taken, each with the paper it led to, and papers that no step made; what is only thought inside is left out. */
function publicTimeline({ openedAt, passed, documents }: Tracking, catalogue: CatalogueReader): PublicEntry[] {
  const papers = new Set(documents.filter(({ type }) => isPublic(type)));
  const steps = passed
    .filter((step) => isToldToAll(step, catalogue))
    .map(({ on, step, outcome }): PublicEntry => {
      const { title, lapse, outcomes } = catalogue.spec(step);
      const made: readonly DocumentType[] = (outcome === 'lapsed' ? lapse : outcomes[outcome])?.documents ?? [];
      const paper = [...papers].find((document) => document.on === on && made.includes(document.type));
      if (paper === undefined) return { on, title, number: null };
      papers.delete(paper);
      const name = types[paper.type].title;
      return { on, title: text(`${title.zh}：${name.zh}`, `${title.en}: ${name.en}`), number: paper.number };
    });
  const opened: PublicEntry = { on: civilDateOf(openedAt), title: turnWords.opened, number: null };
  const others = [...papers].map(({ on, type, number }): PublicEntry => ({ on, title: types[type].title, number }));
  return [opened, ...steps, ...others].toSorted((a, b) => a.on.localeCompare(b.on));
}
