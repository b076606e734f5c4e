import type { CivilDate } from '@lianban/domain/civil-date';
import { text, type Text } from '@lianban/domain/text';
import type { OwnerView } from './owner.ts';
import type { AsOf } from './as-of.ts';
import { dayWords, leftWords } from './words.ts';

/** An open step as a sentence speaks of it. */
export interface StepInSentence {
  readonly title: Text;
  readonly owner: OwnerView;
  readonly deadline: {
    readonly on: CivilDate | null;
    readonly workingDaysLeft: number | null;
    readonly clockStopped: boolean;
  };
  /** It is for the reader to do. */
  readonly own: boolean;
}

/** What the sentence is about: open steps the most urgent first, and how the case ended if it has. */
export interface Standing {
  readonly ending: Text | null;
  readonly steps: readonly StepInSentence[];
}

/** For whom a sentence is written. */
export type Audience = 'enterprise' | 'officer' | 'supervisor' | 'public';

/** The sentence that a reader came for: where the case is, who does what, by when. */
export function answerSentence({ ending, steps }: Standing, audience: Audience, asOf: AsOf): Text {
  if (ending !== null) return closed(ending, audience);
  const own = steps.filter((step) => step.own);
  const [first] = own.length > 0 ? own : steps;
  if (first === undefined) return underWay(audience);
  if (first.own) return toDo(first, { others: own.length - 1, audience, asOf });
  return held(first, { others: steps.length - 1, audience, asOf });
}

const closed = ({ zh, en }: Text, audience: Audience): Text =>
  audience === 'enterprise'
    ? text(`您的申请已办结：${zh}。`, `Your application is closed: ${en}.`)
    : text(`本案已办结：${zh}。`, `The case is closed: ${en}.`);

const underWay = (audience: Audience): Text =>
  audience === 'enterprise'
    ? text(
        '您的申请正在办理，目前无需您做任何事。',
        'Your application is being handled; there is nothing for you to do now.',
      )
    : text('本案正在办理。', 'The case is being handled.');

interface Telling {
  readonly others: number;
  readonly audience: Audience;
  readonly asOf: AsOf;
}

/** What waits for the reader. */
function toDo({ title, deadline }: StepInSentence, { others, audience, asOf }: Telling): Text {
  const until = untilWords(deadline, asOf, audience === 'enterprise' ? ' 24:00' : '');
  const more =
    others > 0
      ? text(`您另有 ${others} 件事要办。`, ` ${others} more ${others === 1 ? 'waits' : 'wait'} for you.`)
      : text('', '');
  return audience === 'enterprise'
    ? text(`请您办理“${title.zh}”${until.zh}。${more.zh}`, `Please complete "${title.en}"${until.en}.${more.en}`)
    : text(`“${title.zh}”等您办理${until.zh}。${more.zh}`, `"${title.en}" waits for you${until.en}.${more.en}`);
}

/** Who has it now. */
function held({ title, owner, deadline }: StepInSentence, { others, audience, asOf }: Telling): Text {
  const until = untilWords(deadline, asOf, '');
  const beside =
    others > 0
      ? text(`另有 ${others} 项同时办理。`, ` ${others} more ${others === 1 ? 'runs' : 'run'} beside it.`)
      : text('', '');
  const { zh: placeZh, en: placeEn } = owner.unit;
  if (owner.role === 'APP')
    return text(
      `等待企业办理“${title.zh}”${until.zh}。${beside.zh}`,
      `Waiting for the enterprise: "${title.en}"${until.en}.${beside.en}`,
    );
  if (audience === 'enterprise' || audience === 'public') {
    const [zh, en] = audience === 'enterprise' ? ['您的申请', 'Your application'] : ['本申请', 'The application'];
    return text(
      `${zh}在${placeZh}，正在办理“${title.zh}”${until.zh}。${beside.zh}`,
      `${en} is with ${placeEn} for "${title.en}"${until.en}.${beside.en}`,
    );
  }
  const person = personWords(owner, audience);
  return text(
    `“${title.zh}”由${placeZh}${person.zh}办理${until.zh}。${beside.zh}`,
    `"${title.en}" is with ${placeEn}${person.en}${until.en}.${beside.en}`,
  );
}

function personWords({ person }: OwnerView, audience: Audience): Text {
  if (person !== null) return text(` ${person} `, `, ${person}`);
  return audience === 'supervisor' ? text('（无人认领）', ' (not taken)') : text('', '');
}

/** By when, and how much is left. */
function untilWords({ on, workingDaysLeft, clockStopped }: StepInSentence['deadline'], asOf: AsOf, hour: string): Text {
  if (clockStopped) return text('，时钟已停', '; its clock stands still');
  if (on === null || workingDaysLeft === null) return text('', '');
  const [day, left] = [dayWords(on, asOf.today), leftWords(workingDaysLeft)];
  return text(`，最迟 ${day.zh}${hour}，${left.zh}`, `, by ${day.en}${hour} at the latest, ${left.en}`);
}
