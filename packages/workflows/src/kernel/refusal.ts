import { notAnswered, personsOf, type Actor, type EndOf } from '../vocabulary/step.ts';
import type { CaseState } from './case-state.ts';
import type { Duty } from './docket.ts';
import type { Input } from './entry.ts';
import type { Refusal } from './turn.ts';

/** Why `input` cannot be taken in this state; undefined when it can. */
export function refusalOf(state: CaseState, input: Input): Refusal | undefined {
  if (input.kind === 'open')
    return state.opening === null ? undefined : { code: 'STALE_DUTY', detail: { reason: 'opened' } };
  if (state.opening === null) return { code: 'NO_SUCH_CASE', detail: {}, mayPass: true };
  if (state.closed !== null) return { code: 'CASE_CLOSED', detail: { ending: state.closed } };
  if (input.kind === 'redate' || input.kind === 'retract') return undefined; // what can be taken back, the rows say
  if (input.kind === 'parentEnded') return notOpenedByAnother(state);
  if (input.kind === 'letterAnswered') return unawaited(state, input);
  const duty = state.duties.get(input.duty);
  if (duty === undefined) return absent(state, input.duty);
  if (input.kind !== 'lapse' && input.kind !== moverOf(duty))
    return { code: 'OUTCOME_UNAVAILABLE', detail: { outcome: input.outcome, reason: notAnswered(duty.spec) } };
  if (input.kind === 'childEnded' || input.kind === 'parentTold') return unavailable(duty, input.outcome);
  return input.kind === 'lapse'
    ? notDue(duty, input.due)
    : (late(duty, input.at) ??
        unavailable(duty, input.outcome) ??
        ended(state, duty, input) ??
        notSeparate(state, duty, input.by));
}

/** Who moves a duty: somebody, or the case that does its work, or the one that opened this. */
const moverOf = ({ spec }: Duty): Input['kind'] =>
  spec.child !== undefined ? 'childEnded' : spec.told === true ? 'parentTold' : 'answer';
const notOpenedByAnother = ({ facts }: CaseState): Refusal | undefined =>
  facts.childOf === undefined && facts.letter === undefined
    ? { code: 'STALE_DUTY', detail: { reason: 'no parent' } }
    : undefined;

type LetterAnswered = Extract<Input, { kind: 'letterAnswered' }>;

/**
 * What the answer to a letter settles: the duty that waits for it, or else the right that stands open for another opinion.
 * A right is not exercised by what was answered already.
 */
export function awaitingAnswer(state: CaseState, { regards, outcome, flow }: LetterAnswered): Duty | undefined {
  const waiting = [...state.duties.values()].filter(({ letter }) => letter === regards);
  const duty = waiting.find(({ kind }) => kind === 'duty');
  if (duty !== undefined) return duty;
  return state.letters.standingOf(regards, { outcome, flow }) === 'repeated' ? undefined : waiting[0];
}

function unawaited(state: CaseState, input: LetterAnswered): Refusal | undefined {
  const { regards, outcome, flow, at } = input;
  if (!state.letters.knows(regards)) return { code: 'NO_SUCH_DUTY', detail: { letter: regards }, mayPass: true };
  const duty = awaitingAnswer(state, input);
  if (duty === undefined) {
    const reason = state.letters.standingOf(regards, { outcome, flow });
    return { code: 'STALE_DUTY', detail: { letter: regards, reason }, mayPass: true };
  }
  return late(duty, at) ?? unavailable(duty, outcome) ?? ended(state, duty, input);
}

function absent(state: CaseState, key: string): Refusal {
  const settledAs = state.past.get(key);
  return settledAs === undefined
    ? { code: 'NO_SUCH_DUTY', detail: { duty: key }, mayPass: true }
    : { code: 'STALE_DUTY', detail: { duty: key, settledAs } };
}

/** A lapse takes effect only on the due date that stands now: an earlier date that has moved is no date. */
function notDue(duty: Duty, due: string): Refusal | undefined {
  if (duty.spec.lapse !== undefined && duty.due === due) return undefined;
  return { code: 'STALE_DUTY', detail: { duty: duty.key, due: duty.due } };
}

/** Where silence has an effect, an act after the last second comes too late even if the lapse has not been written yet; unless the day was moved. */
function late(duty: Duty, at: string): Refusal | undefined {
  if (duty.spec.lapse === undefined || duty.due === null || at < duty.due) return undefined;
  return { code: 'STALE_DUTY', detail: { duty: duty.key, settledAs: 'lapsed', due: duty.due }, mayPass: true };
}

function unavailable(duty: Duty, outcome: string): Refusal | undefined {
  if (duty.blocked !== null)
    return { code: 'RIGHT_BLOCKED', detail: { duty: duty.key, reason: duty.blocked }, mayPass: true };
  const without = duty.without[outcome];
  if (without !== undefined) return { code: 'OUTCOME_UNAVAILABLE', detail: { outcome, reason: without } };
  return Object.hasOwn(duty.spec.outcomes, outcome) ? undefined : { code: 'OUTCOME_UNAVAILABLE', detail: { outcome } };
}

/** What may be done only before the end of another duty or a clock comes too late after it, although that still stands. */
function ended(state: CaseState, duty: Duty, { outcome, at }: { outcome: string; at: string }): Refusal | undefined {
  const before = duty.spec.outcomes[outcome]?.before;
  if (before === undefined) return undefined;
  return endsOf(state, duty, before.endOf).some((due) => due !== null && at >= due)
    ? { code: 'OUTCOME_UNAVAILABLE', detail: { outcome, reason: before.otherwise }, mayPass: true }
    : undefined;
}

/** The ends meant: of the clock, or of the duties of the step that stand open in the same line. */
function endsOf(state: CaseState, { strand }: Duty, end: EndOf) {
  if (typeof end === 'object') return [state.clocks.get(end.clock)?.due ?? null];
  return [...state.duties.values()]
    .filter((other) => other.step === end && strand.isWithin(other.strand))
    .map(({ due }) => due);
}

/** Whoever stands in may do neither what they may not do themselves nor what the person they stand in for may not. */
function notSeparate(state: CaseState, duty: Duty, by: Actor): Refusal | undefined {
  const step = duty.spec.notBy?.find((other) =>
    personsOf(by).some((person) => state.answeredBy.get(other)?.has(person) === true),
  );
  return step === undefined ? undefined : { code: 'SEPARATION', detail: { step } };
}
