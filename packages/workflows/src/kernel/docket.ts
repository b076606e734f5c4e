import type { Ask, KeptDate, Span } from '@lianban/domain/ask';
import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { DutyLimit, Limit } from '@lianban/domain/limit';
import { clockKey } from '@lianban/domain/limit-key';
import type { RuleKey } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';
import type { Answer, StepSpec } from '../vocabulary/step.ts';
import type { Strand } from './strand.ts';

/** An open duty or right as the kernel holds it. */
export interface Duty {
  readonly key: string;
  readonly step: string;
  readonly spec: StepSpec;
  readonly kind: 'duty' | 'right';
  readonly strand: Strand;
  readonly rule: RuleKey | null;
  limit: DutyLimit | null;
  readonly clock: string | null;
  readonly startOn: CivilDate;
  readonly startAt: Instant;
  readonly extensions: Limit[];
  /** A last day that a revision left standing. */
  kept: KeptDate | undefined;
  readonly without: Readonly<Record<string, Text>>;
  blocked: Text | null;
  /** First late instant as committed; null while none is set or its clock stands still. */
  due: Instant | null;
  readonly settle: (answer: Answer<StepSpec>) => void;
  /** The letter whose answer it waits for. */
  letter: number | null;
}

/** A statutory clock as the kernel holds it. */
export interface RunningClock {
  readonly name: string;
  readonly rule: RuleKey;
  limit: Limit;
  readonly startOn: CivilDate;
  readonly startAt: Instant;
  readonly spans: Span[];
  readonly extensions: Limit[];
  kept: KeptDate | undefined;
  /** First late instant as committed; null while none is set or the clock stands still. */
  due: Instant | null;
}

/** A clock that stands still for what a strand does. */
export interface Pause {
  readonly strand: Strand;
  /** From this day on the clock goes on, as far as this strand is concerned. */
  readonly resume: () => void;
}

/** A stretch that opened and closed on one day holds no day. */
const holdsDays = (span: Span): boolean => span.to === null || span.to >= span.from;

/** What has to be computed for a duty: from its own limit, or from the clock it shares. Null when it has no last day. */
export function askOfDuty(duty: Duty, clocks: ReadonlyMap<string, RunningClock>): Ask | null {
  const clock = duty.clock === null ? undefined : clocks.get(duty.clock);
  if (clock !== undefined) {
    const { key, extensions, kept = clock.kept } = duty;
    const ask = askOfClock(clock);
    return { ...ask, key, extensions: [...ask.extensions, ...extensions], kept };
  }
  if (duty.limit === null) return null;
  const { key, limit, startOn, startAt, kept } = duty;
  return { key, limit, extensions: [...duty.extensions], startOn, startAt, spans: [], kept };
}

/** What has to be computed for a clock. Its key is `clock:<name>`. */
export function askOfClock(clock: RunningClock): Ask {
  const { name, limit, extensions, startOn, startAt, spans, kept } = clock;
  return {
    ...{ key: clockKey(name), limit, extensions: [...extensions], startOn, startAt },
    ...{ spans: spans.filter(holdsDays), kept },
  };
}
