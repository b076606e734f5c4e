import type { Explanation, Span } from '@lianban/domain/ask';
import { citationText } from '@lianban/domain/law';
import type { ExpiryPolicy, Mark } from '@lianban/domain/limit';
import type { RuleKey, Terms } from '@lianban/domain/rule';
import { text, type Text } from '@lianban/domain/text';
import type { ClockRow, DutyRow } from '@lianban/db/queries/case-page';
import type { StepSpec } from '@lianban/workflows/vocabulary/step';
import type { z } from 'zod';
import type { spanView as spanSchema, whyView as schema } from '../views/basics.ts';
import { clockTitle } from './clock-titles.ts';

/** Why a deadline falls on its day. */
export type WhyView = z.infer<typeof schema>;
/** Days that are not counted, with the words for the reason. */
export type SpanView = z.infer<typeof spanSchema>;

interface Ground {
  readonly basis: Text;
  readonly mark: Mark;
}

/** The source of a limit: as frozen into the case, or the catalogue row where the day is the case's own. */
function groundOf(rule: string | null, terms: Terms, spec?: StepSpec): Ground {
  const term = rule === null ? undefined : terms[rule as RuleKey]; // the record keeps the keys that the catalogue wrote
  if (term !== undefined) return { basis: term.basis, mark: term.mark };
  return { basis: basisOf(spec), mark: 'design' };
}

function basisOf(spec: StepSpec | undefined): Text {
  const cited = (spec?.basis ?? []).map((citation) => citationText(citation));
  const places = text(cited.map(({ zh }) => zh).join('、'), cited.map(({ en }) => en).join('; '));
  if (spec?.limit !== 'given') return places;
  return text(`以申请人承诺的日期为准（${places.zh}）`, `The day the applicant promised (${places.en})`);
}

/** Why a duty is due on its day; null without a limit. A duty that follows a clock has the clock's source and pauses. */
export function whyOfDuty(
  duty: Pick<DutyRow, 'why' | 'rule' | 'clock' | 'lapses'>,
  spec: StepSpec,
  { terms, clocks }: { readonly terms: Terms; readonly clocks: readonly ClockRow[] },
): WhyView | null {
  if (duty.why === null) return null;
  const clock = clocks.findLast(({ name }) => name === duty.clock);
  return {
    ...countingOf(duty.why, clock?.spans ?? []),
    title: spec.title,
    ...groundOf(duty.rule ?? clock?.rule ?? null, terms, spec),
    policy: spec.policy,
    consequence: duty.lapses ? (spec.lapse?.means ?? null) : null,
  };
}

/** Why a statutory clock ends on its day; null when that was never computed. */
export function whyOfClock({ name, rule, why, spans }: ClockRow, terms: Terms): WhyView | null {
  if (why === null) return null;
  const policy: ExpiryPolicy = 'BREACH';
  return { ...countingOf(why, spans), title: clockTitle(name), ...groundOf(rule, terms), policy, consequence: null };
}

type Counting = Omit<WhyView, 'title' | 'basis' | 'mark' | 'policy' | 'consequence'>;

function countingOf(why: Explanation, named: ClockRow['spans']): Counting {
  const { startOn, limit, rolledFrom, excludedWorkingDays } = why;
  return {
    startOn,
    limit,
    rolledFrom,
    excludedWorkingDays,
    extensions: [...why.extensions],
    spans: why.spans.map((span) => namedSpan(span, named)),
    holidays: [...why.holidays],
    makeupDays: [...why.makeupDays],
    calendar: [...why.calendar],
  };
}

const KINDS = {
  excluded: text('不计时', 'Not counted'),
  suspended: text('中止', 'Suspended'),
} as const satisfies Record<Span['kind'], Text>;

/** The explanation keeps the key of the reason, the clock its words. */
function namedSpan(span: Span, named: ClockRow['spans']): SpanView {
  const known = named.find(({ from, reason }) => from === span.from && reason === span.reason);
  return { ...span, title: known?.title ?? KINDS[span.kind] };
}
