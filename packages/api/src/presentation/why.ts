import type { Explanation } from '@lianban/domain/ask';
import { startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import { consumed, remaining, workingDaysTakenOut } from '@lianban/domain/clock';
import { festivalTitle } from '@lianban/domain/festivals';
import { citationText } from '@lianban/domain/law';
import { clockKey } from '@lianban/domain/limit-key';
import type { Mark } from '@lianban/domain/limit';
import type { RuleKey, Terms } from '@lianban/domain/rule';
import { text, type Text } from '@lianban/domain/text';
import type { ClockRow, DutyRow, Lengthening } from '@lianban/db/queries/case-page';
import type { StepSpec } from '@lianban/workflows/vocabulary/step';
import type { z } from 'zod';
import type { countedSpanView as spanSchema, whyView as schema } from '../views/basics.ts';
import type { AsOf } from './as-of.ts';
import type { Beginning } from './beginning.ts';
import { clockTitle } from './clock-titles.ts';
import { explanationSentence, type CountedDeadline, type Standstill } from './explanation-sentence.ts';
import { spanBasis, spanKinds } from './span-basis.ts';
import type { PapersOfTurn } from './turn-papers.ts';

/** Why a deadline falls on its day. */
export type WhyView = z.infer<typeof schema>;
/** Days that are not counted, with the words for the reason and the papers. */
type SpanView = z.infer<typeof spanSchema>;

/** What of a case explanations are told from. */
export interface CaseFacts {
  readonly terms: Terms;
  readonly clocks: readonly ClockRow[];
  readonly lengthenings: readonly Lengthening[];
  readonly papersOf: PapersOfTurn;
  /** What was done in a turn, when a count from that day begins with it and the reader may know; null otherwise. */
  readonly actOf: (version: number, on: CivilDate) => Beginning | null;
  readonly asOf: AsOf;
}

interface Ground {
  readonly basis: Text;
  readonly mark: Mark;
}

/** The source of a limit: as frozen into the case, or the catalogue row where the day is the case's own. */
export function groundOf(rule: string | null, terms: Terms, spec?: StepSpec): Ground {
  const term = rule === null ? undefined : terms[rule as RuleKey]; // the record keeps the keys that the catalogue wrote
  if (term !== undefined) return { basis: term.basis, mark: term.mark };
  return { basis: basisOf(spec), mark: 'design' };
}

function basisOf(spec: StepSpec | undefined): Text {
  const cited = (spec?.basis ?? []).map((citation) => citationText(citation));
  const places = text(cited.map(({ zh }) => zh).join('、'), cited.map(({ en }) => en).join('; '));
  // A number that no row of the rule table stands behind is not the law's, whatever the step itself rests on.
  if (spec?.limit !== 'given')
    return text(`本系统默认值，参照${places.zh}`, `Default of this system, after the ${places.en}`);
  return text(`以申请人承诺的日期为准（${places.zh}）`, `The day the applicant promised (${places.en})`);
}

/** What of a duty its explanation is told from. */
export type DatedDuty = Pick<
  DutyRow,
  'key' | 'why' | 'rule' | 'clock' | 'lapses' | 'openedVersion' | 'dueOn' | 'dueAt' | 'provisional' | 'clockStopped'
>;

/** Why a duty is due on its day; null without a limit. A duty that follows a clock has the clock's source and pauses. */
export function whyOfDuty(duty: DatedDuty, spec: StepSpec, facts: CaseFacts): WhyView | null {
  if (duty.why === null) return null;
  const clock = facts.clocks.findLast(({ name }) => name === duty.clock);
  const followsClock = clock !== undefined && clock.startOn === duty.why.startOn;
  return explained(
    {
      ...{ why: duty.why, due: dueOf(duty), stands: duty.clockStopped, named: clock?.spans ?? [] },
      begunIn: followsClock ? clock.startedVersion : duty.openedVersion,
      extendedBy: [...(followsClock ? lengtheningsOf(clock, facts) : []), ...of(duty.key, facts)],
      ...groundOf(duty.rule ?? clock?.rule ?? null, facts.terms, spec),
      ...{ title: spec.title, policy: spec.policy, consequence: duty.lapses ? (spec.lapse?.means ?? null) : null },
    },
    facts,
  );
}

/** Why a statutory clock ends on its day; null when that was never computed. */
export function whyOfClock(clock: ClockRow, facts: CaseFacts): WhyView | null {
  const { name, rule, why, spans, startedVersion, stoppedOn } = clock;
  if (why === null) return null;
  return explained(
    {
      ...{ why, due: dueOf(clock), stands: stoppedOn === null && clock.dueAt === null, named: spans },
      begunIn: startedVersion,
      extendedBy: lengtheningsOf(clock, facts),
      ...groundOf(rule, facts.terms),
      ...{ title: clockTitle(name), policy: 'BREACH', consequence: null },
    },
    facts,
  );
}

/** Why a step that is only foreseen would be due on its day, with nothing left out. */
export const whyOfForecast = (
  counted: Pick<Counted, 'why' | 'due' | 'title' | 'basis' | 'mark' | 'policy' | 'consequence'>,
  asOf: AsOf,
): WhyView => explained({ ...counted, named: [], extendedBy: [], begunIn: null, stands: false }, { ...NO_FACTS, asOf });

const NO_FACTS: Omit<CaseFacts, 'asOf'> = {
  ...{ terms: {}, clocks: [], lengthenings: [] },
  ...{ papersOf: () => [], actOf: () => null },
};

const of = (key: string, { lengthenings }: CaseFacts): readonly Lengthening[] =>
  lengthenings.filter((one) => one.key === key);

/** What lengthened this clock; an earlier one of its name has stopped before it started. */
const lengtheningsOf = ({ name, startedVersion }: ClockRow, facts: CaseFacts): readonly Lengthening[] =>
  of(clockKey(name), facts).filter(({ version }) => version >= startedVersion);

const dueOf = ({
  dueOn,
  dueAt,
  provisional,
}: Pick<DutyRow, 'dueOn' | 'dueAt' | 'provisional'>): CountedDeadline['due'] => ({
  on: dueOn,
  at: dueAt,
  provisional,
});

interface Counted extends Pick<WhyView, 'title' | 'policy' | 'consequence'>, Ground {
  readonly why: Explanation;
  readonly due: CountedDeadline['due'];
  /** The spans of the clock with their words and the turns that opened and closed them. */
  readonly named: ClockRow['spans'];
  /** What lengthened it, in the order of the explanation's extensions. */
  readonly extendedBy: readonly Lengthening[];
  /** The turn with which the count began; null when there is none yet. */
  readonly begunIn: number | null;
  /** The clock stands still. */
  readonly stands: boolean;
}

function explained({ why, due, named, begunIn, stands, ...counted }: Counted, facts: CaseFacts): WhyView {
  const { startOn, limit, rolledFrom, excludedWorkingDays } = why;
  const spans = spansOf(why, due.on ?? facts.asOf.today, { named, facts });
  const beginning = begunIn === null ? null : facts.actOf(begunIn, startOn);
  const begun = { startedBy: beginning?.act ?? null, filedOn: beginning?.filedOn ?? null };
  const stopped = stands ? standstill(why, facts.asOf) : null;
  // A span that began after the last day changed nothing any more.
  const counting = spans.filter(({ from }) => due.on === null || from <= due.on);
  const leftOut = counting.map((span) => ({ ...span, papers: span.openedBy ?? [] }));
  const { extendedBy: lengthenings, ...ground } = counted;
  const extendedBy = lengthenings.map(({ rule, version }) => ({
    ...groundOf(rule, facts.terms),
    papers: papersIn(version, facts),
  }));
  const sentence = explanationSentence(
    { why, due, basis: ground.basis, ...begun, extendedBy, leftOut, stopped },
    facts.asOf.today,
  );
  return {
    ...ground,
    ...{ sentence, startOn, ...begun, limit, rolledFrom, excludedWorkingDays, stopped },
    extensions: [...why.extensions],
    extendedBy,
    spans: spans.map(({ from, to, ...span }) => ({ ...span, from, to })),
    holidays: why.holidays.map(({ on, name }) => ({ on, name: festivalTitle(name) })),
    makeupDays: [...why.makeupDays],
    calendar: [...why.calendar],
    kept: why.kept === undefined ? null : { on: why.kept.on, countedTo: why.kept.countedTo, ground: why.kept.ground },
  };
}

/** Since when the clock stands still, and what it has used and left. */
function standstill({ startOn, limit, extensions, spans }: Explanation, { today, calendar }: AsOf): Standstill | null {
  const [first] = spans.flatMap(({ from, to }) => (to === null ? [from] : [])).toSorted();
  if (first === undefined) return null;
  const ask = { key: '', limit, extensions, startOn, startAt: startOfDay(startOn), spans };
  return { since: first, consumed: consumed(ask, today, calendar), remaining: remaining(ask, today, calendar) };
}

type TypedSpan = Omit<SpanView, 'from' | 'to'> & { readonly from: CivilDate; readonly to: CivilDate | null };

/** The explanation keeps the key of the reason; the clock has its words, and the turns whose papers stopped and restarted it. */
function spansOf(
  { startOn, spans }: Explanation,
  until: CivilDate,
  { named, facts }: { readonly named: ClockRow['spans']; readonly facts: CaseFacts },
): TypedSpan[] {
  // What of a span lies after the last day is no longer part of the count.
  const counted = spans.map(({ from, to, ...span }) => ({ ...span, from, to: to === null || to > until ? until : to }));
  const days = workingDaysTakenOut({ startOn, spans: counted }, until, facts.asOf.calendar);
  const free = [...named];
  return spans.map((span, at) => {
    const place = free.findIndex(({ from, reason }) => from === span.from && reason === span.reason);
    const [known] = place < 0 ? [] : free.splice(place, 1);
    return {
      ...span,
      title: known?.title ?? spanKinds[span.kind],
      workingDays: days[at] ?? 0,
      basis: spanBasis(span.reason),
      // The papers of what came from elsewhere stayed there; the title names them.
      openedBy: span.reason === 'carried' ? null : papersIn(known?.openedVersion, facts),
      closedBy: span.reason === 'carried' ? null : papersIn(known?.closedVersion, facts),
    };
  });
}

function papersIn(version: number | null | undefined, { papersOf }: CaseFacts): SpanView['openedBy'] {
  if (version === null || version === undefined) return null;
  const papers = papersOf(version);
  return papers === null ? null : papers.map((paper) => ({ ...paper }));
}
