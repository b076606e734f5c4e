import { civilDate, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { otherProvince, type Province } from '@lianban/domain/province';
import { receivedOn } from '@lianban/domain/receipt';
import { momentOf, openingOf, type CourseAct } from '@lianban/workflows/rehearsal/course';
import type { AskingLetter, Contested, Conversion, Opening } from '@lianban/workflows/vocabulary/opening';
import type { Catalogue, StepSpec } from '@lianban/workflows/vocabulary/step';
import { valuesOf, type FormOccasion } from './field-values.ts';
import type { Script, ScriptAct } from './script.ts';
import type { Stage } from './stage.ts';
import { counting, Stopped, type Path } from './stopped.ts';

/** An act of a script that somebody does, not a stretch of waiting. */
export type Deed = Exclude<ScriptAct, { 'wait until': string }>;

const dayIn = (value: string | null | undefined): CivilDate | null =>
  value === null || value === undefined ? null : civilDate(value);

/**
 * What the case of a script is opened with, by the rules in force on that day. After office hours it is received on the next
 * working day. @throws Stopped UNKNOWN_ITEM or CALENDAR_GAP
 */
export async function openingOfScript(open: Script['open'], { procedure, calendar, rules }: Stage): Promise<Opening> {
  const {
    item,
    province,
    on,
    gate,
    commitment,
    convertedFrom,
    openedBy,
    contests,
    letter,
    licenceEndsOn,
    request,
    quarter,
    meetings,
  } = open;
  const received = await counting(['open', 'on'], () => receivedOn(momentOf(on), calendar));
  const opening: Partial<Opening> = {
    gate,
    commitment:
      commitment === null || (convertedFrom ?? null) !== null
        ? null
        : { noticeVersion: 'rehearsed', conditionsMetOn: dayIn(commitment?.conditionsMetOn) },
    convertedFrom: convertedFrom === null || convertedFrom === undefined ? null : conversionIn(convertedFrom),
    ...(openedBy === undefined ? {} : { childOf: { caseId: 'parent', duty: 'parent', matter: openedBy.matter } }),
    ...(letter === undefined ? {} : { letter: letterFrom(province, letter) }),
    ...(contests === undefined ? {} : { contests: contestedIn(contests) }),
    ...(licenceEndsOn === undefined ? {} : { licenceEndsOn: civilDate(licenceEndsOn) }),
    ...(request === undefined ? {} : { request }),
    ...(quarter === undefined ? {} : { quarter }),
    ...(meetings === undefined ? {} : { meetings }),
  };
  try {
    return openingOf(procedure, { item, province, receivedOn: received, opening }, rules);
  } catch (failure) {
    if (!(failure instanceof LianbanError) || failure.code !== 'UNKNOWN_ITEM') throw failure;
    throw new Stopped(['open', 'item'], 'UNKNOWN_ITEM', { on: received });
  }
}

/** What opens a case to which the other bureau has written; names of theirs stand for nothing here. */
const letterFrom = (province: Province, { matter, answerBy }: NonNullable<Script['open']['letter']>): AskingLetter => ({
  ...{ from: otherProvince(province), number: '1', caseNumber: 'theirs', caseId: 'theirs', sequence: 1 },
  ...{ sm3: '0'.repeat(64), matter, answerBy: dayIn(answerBy) },
});

/** The name under which the deed says what is done. */
export const buttonIn = (deed: Deed): 'do' | 'take back' | 'letter answers' =>
  'do' in deed ? 'do' : 'take back' in deed ? 'take back' : 'letter answers';

function conversionIn({
  acceptedOn,
  falsitySuspected,
  ruling,
}: NonNullable<Script['open']['convertedFrom']>): Conversion {
  const taken = { caseId: 'before', acceptedOn: dayIn(acceptedOn), falsitySuspected };
  if (ruling === undefined) return taken;
  return { ...taken, ruling: { ...ruling, on: civilDate(ruling.on), until: dayIn(ruling.until) } };
}

function contestedIn({ knownOn, soughtOn, lastOn, ...rest }: NonNullable<Script['open']['contests']>): Contested {
  const days = { knownOn: civilDate(knownOn), soughtOn: civilDate(soughtOn), lastOn: civilDate(lastOn) };
  return { caseId: 'contested', ...rest, ...days };
}

/** The act that a script means, without its form. @throws Stopped UNKNOWN_STEP or UNKNOWN_OUTCOME */
export function courseActOf(deed: Deed, path: Path, { procedure: { steps } }: Stage): CourseAct {
  const { on, step } = deed;
  const spec = specOf(step, path, steps);
  const person = 'by' in deed ? deed.by : undefined;
  const by = person === undefined ? {} : { by: { personId: person, postId: person, role: spec.owner } };
  const button = buttonIn(deed);
  const outcome = 'do' in deed ? deed.do : 'take back' in deed ? deed['take back'] : deed['letter answers'];
  if (!Object.hasOwn(spec.outcomes, outcome))
    throw new Stopped([...path, button], 'UNKNOWN_OUTCOME', { known: Object.keys(spec.outcomes).join(', ') });
  if ('take back' in deed) return { on, step, outcome, takenBack: true, ...by };
  if ('letter answers' in deed) return { on, step, outcome, byLetter: { closes: deed.closes } };
  return { on, step, outcome, ...by, ...(deed.duty === undefined ? {} : { duty: deed.duty }) };
}

/** The act with what the procedure reads of its form. @throws Stopped for what is wrong with the form. */
export function filledIn(
  act: CourseAct,
  deed: Deed,
  occasion: Omit<FormOccasion, 'at'> & Pick<Stage, 'procedure'>,
): CourseAct {
  if ('take back' in deed) return act;
  const form = occasion.procedure.steps[act.step]?.outcomes[act.outcome]?.form ?? [];
  return { ...act, flow: valuesOf(form, deed.fields ?? {}, { ...occasion, at: momentOf(act.on) }) };
}

function specOf(step: string, path: Path, steps: Catalogue): StepSpec {
  const spec = Object.hasOwn(steps, step) ? steps[step] : undefined;
  if (spec === undefined)
    throw new Stopped([...path, 'step'], 'UNKNOWN_STEP', { known: Object.keys(steps).join(', ') });
  return spec;
}
