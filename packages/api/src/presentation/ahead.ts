import type { CivilDate } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import type { Limit } from '@lianban/domain/limit';
import type { RuleKey, Terms } from '@lianban/domain/rule';
import { text, type Text } from '@lianban/domain/text';
import type { StepSpec } from '@lianban/workflows/vocabulary/step';
import type { z } from 'zod';
import type { forecastStep as schema } from '../views/case.ts';
import type { AsOf } from './as-of.ts';
import type { CatalogueReader } from './catalogue.ts';
import { sequelOf } from './sequel.ts';
import { groundOf, whyOfForecast, type WhyView } from './why.ts';
import { titleOf } from './owner.ts';
import { limitWords } from './words.ts';

/** A step that may come, as it is shown. */
export type ForecastStep = z.infer<typeof schema>;

/** What a forecast is made from. */
export interface Prospect {
  readonly catalogue: CatalogueReader;
  readonly terms: Terms;
  /** Duties that are open now; rights are left out. */
  readonly open: readonly { readonly step: string; readonly without: Readonly<Record<string, unknown>> }[];
  /** Last days of the clocks that run; null while one stands still. */
  readonly clocks: Readonly<Record<string, CivilDate | null>>;
  /** Why on those days. */
  readonly clockWhys: Readonly<Record<string, WhyView | null>>;
  /** The day by which conditions are promised, if any are. */
  readonly conditionsMetOn: CivilDate | null;
  /** The draft decision proposes a refusal, which passes legal review. */
  readonly refusalDrafted: boolean;
  /** A ruling on a remedy has the matter done again. */
  readonly redone?: boolean;
  /** Whoever applied is the body of a district. */
  readonly byAuthority?: boolean;
  /** The item sets a window for the verification. */
  readonly windowed: boolean;
}

/** The rules behind clocks that have not started. */
const CLOCK_RULES: Readonly<Record<string, RuleKey>> = {
  decision: 'permit.decide',
  revocation: 'revoke.decide',
  evaluation: 'insp.eval.pending',
  handling: 'liaison.help',
  cap: 'liaison.cap',
  check: 'report.check',
};

/**
 * The main line from the open steps on, then what else their buttons, or their silence, may lead to. Days are those on which
 * each step would be due if everything before it were done today.
 */
export function ahead(prospect: Prospect, asOf: AsOf): ForecastStep[] {
  const line = mainLine(prospect);
  const turns = turnsOff(prospect, line);
  return [
    ...line.map((step) => forecast(step, null, { prospect, asOf })),
    ...turns.map(({ step, condition }) => forecast(step, condition, { prospect, asOf })),
  ];
}

/** Steps that a case comes to only because of a suspicion, a disagreement or the end of a licence. */
const BY_EXCEPTION: ReadonlySet<string> = new Set([
  'investigateFalsity',
  'discuss',
  'meet',
  'decideBeforeExpiry',
  'coordinate',
  'assist',
  'approveLongerCap',
  'readCapReport',
]);

/** The button that usually carries the case on; none where nobody can say what the decision will be. */
function mainOutcome({ outcomes }: StepSpec): string | undefined {
  const [only, ...others] = Object.keys(outcomes);
  return others.length === 0 ? only : Object.entries(outcomes).find(([, { tone }]) => tone === 'primary')?.[0];
}

function mainLine({ catalogue, open, ...prospect }: Prospect): readonly string[] {
  const { id, edition } = catalogue.procedure;
  const next = sequelOf(id, edition);
  const line = new Set(open.map(({ step }) => step));
  // Whatever is added on the way is visited in its turn.
  for (const step of line) {
    const main = mainOutcome(catalogue.spec(step)) ?? '';
    for (const following of next(step, main))
      if (!BY_EXCEPTION.has(following) && isExpected(following, prospect)) line.add(following);
  }
  return [...line].slice(new Set(open.map(({ step }) => step)).size);
}

/** What follows when the step goes as it usually does; null when the case is over then. */
export function nextOnMainLine(step: string, catalogue: CatalogueReader): Text | null {
  const { id, edition } = catalogue.procedure;
  const next = sequelOf(id, edition)(step, mainOutcome(catalogue.spec(step)) ?? '');
  const usual = next.find(
    (following) =>
      !BY_EXCEPTION.has(following) && isExpected(following, { conditionsMetOn: null, refusalDrafted: false }),
  );
  return usual === undefined ? null : catalogue.stepTitle(usual);
}

function isExpected(
  step: string,
  { conditionsMetOn, refusalDrafted, redone = false }: Pick<Prospect, 'conditionsMetOn' | 'refusalDrafted' | 'redone'>,
): boolean {
  // What a ruling has done again is drafted in a step of its own.
  if (step === 'draft' || step === 'redraft') return (step === 'redraft') === redone;
  if (step === 'proveConditions') return conditionsMetOn !== null;
  return step !== 'legalReview' || refusalDrafted;
}

interface TurnOff {
  readonly step: string;
  readonly condition: Text;
}

/** Where the open steps may lead besides the main line: for each, the first step that would open, and what leads there. */
function turnsOff({ catalogue, open, ...prospect }: Prospect, line: readonly string[]): readonly TurnOff[] {
  const { id, edition } = catalogue.procedure;
  const next = sequelOf(id, edition);
  const told = new Set([...line, ...open.map(({ step }) => step)]);
  return open.flatMap(({ step, without }) => {
    const spec = catalogue.spec(step);
    const outcomes = Object.keys(spec.outcomes).filter((outcome) => without[outcome] === undefined);
    const leading = new Map<string, string[]>();
    for (const outcome of spec.lapse === undefined ? outcomes : [...outcomes, 'lapsed']) {
      const led = next(step, outcome).find((other) => !told.has(other) && isExpected(other, prospect));
      if (led !== undefined) leading.set(led, [...(leading.get(led) ?? []), outcome]);
    }
    return [...leading].map(([led, ways]) => ({ step: led, condition: conditionOf(catalogue, step, ways) }));
  });
}

/** 如“核查”结果为“虚假承诺”或“拒绝核查”; silence comes last. */
function conditionOf(catalogue: CatalogueReader, step: string, outcomes: readonly string[]): Text {
  const title = catalogue.stepTitle(step);
  const acts = outcomes.filter((outcome) => outcome !== 'lapsed').map((outcome) => catalogue.actTitle(step, outcome));
  const ways = [
    ...(acts.length === 0
      ? []
      : [
          text(
            `结果为${acts.map(({ zh }) => `“${zh}”`).join('或')}`,
            `ends with ${acts.map(({ en }) => `"${en}"`).join(' or ')}`,
          ),
        ]),
    ...(outcomes.includes('lapsed') ? [text('逾期', 'is not done in time')] : []),
  ];
  return text(
    `如“${title.zh}”${ways.map(({ zh }) => zh).join('或')}`,
    `If "${title.en}" ${ways.map(({ en }) => en).join(' or ')}`,
  );
}

interface Ground {
  readonly prospect: Prospect;
  readonly asOf: AsOf;
}

function forecast(step: string, condition: Text | null, { prospect, asOf }: Ground): ForecastStep {
  const spec = prospect.catalogue.spec(step);
  const rule = ruleOf(step, spec, prospect);
  const term = rule === null ? undefined : prospect.terms[rule];
  return {
    step,
    title: spec.title,
    roleTitle: titleOf(spec.owner, prospect.byAuthority ?? false),
    policy: spec.policy,
    condition,
    limit: term === undefined ? null : limitWords(term.limit),
    mark: term?.mark ?? null,
    ...expectedDay(spec, rule, { prospect, asOf }),
  };
}

/** When the step would be due, and why: on its promised day, with the clock that runs, or its limit from today. */
function expectedDay(
  spec: StepSpec,
  rule: RuleKey | null,
  { prospect, asOf }: Ground,
): Pick<ForecastStep, 'expectedOn' | 'why'> {
  const { limit } = spec;
  if (limit !== null && typeof limit !== 'string') {
    const on = prospect.clocks[limit.clock];
    if (on !== undefined)
      return { expectedOn: on, why: on === null ? null : (prospect.clockWhys[limit.clock] ?? null) };
  }
  const counted = limitOf(spec, rule, prospect);
  if (counted === null) return { expectedOn: null, why: null };
  const due = dueOf(
    { key: 'forecast', limit: counted, extensions: [], startOn: asOf.today, startAt: asOf.now, spans: [] },
    asOf.calendar,
  );
  const ground = { ...groundOf(rule, prospect.terms, spec), title: spec.title, policy: spec.policy };
  return { expectedOn: due.on, why: whyOfForecast({ why: due.why, due, ...ground, consequence: null }, asOf) };
}

function limitOf({ limit }: StepSpec, rule: RuleKey | null, { terms, conditionsMetOn }: Prospect): Limit | null {
  if (limit === 'given') return conditionsMetOn === null ? null : { until: conditionsMetOn };
  return rule === null ? null : (terms[rule]?.limit ?? null);
}

function ruleOf(step: string, { limit }: StepSpec, { windowed }: Prospect): RuleKey | null {
  if (limit === null || limit === 'given' || (step === 'verify' && !windowed)) return null;
  return typeof limit === 'string' ? limit : (CLOCK_RULES[limit.clock] ?? null);
}
