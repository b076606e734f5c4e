import { assertNever } from '@lianban/domain/assert-never';
import { isOutside } from '@lianban/domain/role';
import type { LastAct } from '@lianban/db/queries/duty-columns';
import { text, type Text } from '@lianban/domain/text';
import type { CatalogueReader } from './catalogue.ts';
import { doneWords, isInternal } from './disclosure.ts';
import type { Reader } from './owner.ts';

/** Turns that no step names: what they are about, and what was done. */
export const turnWords = {
  application: text('申请', 'Application'),
  opened: text('提交申请', 'Application made'),
  continued: text('转入本程序', 'Continued under this procedure'),
  dates: text('期限', 'Time limits'),
  redated: text('期限重新计算', 'Dates computed again'),
  retracted: text('撤回本步', 'Act taken back'),
  letter: text('来函', 'Letter of the other bureau'),
  asked: text('收到来函立案', 'This case was opened for it'),
  periodic: text('定期事项', 'Matter of a period'),
  due: text('按期开立', 'Opened for its period'),
  parent: text('原案', 'The case that opened this one'),
  derived: text('立案派生本案', 'This case was opened for it'),
  told: text('通知派生案件', 'The case that was opened for it is told'),
  parentEnded: text('已终结，不再等待本案', 'Over: this case is not awaited any more'),
  recalled: text('已撤回，不再等待回函', 'Recalled: no answer is awaited any more'),
} as const;

/** What opens a case. */
export type OpenedBy = 'applicant' | NonNullable<LastAct['openedBy']>;

/** What opened a case is about, and what was done. */
export function openingWords(openedBy: OpenedBy): { readonly stepTitle: Text; readonly act: Text } {
  switch (openedBy) {
    case 'letter':
      return { stepTitle: turnWords.letter, act: turnWords.asked };
    case 'case':
      return { stepTitle: turnWords.parent, act: turnWords.derived };
    case 'calendar':
      return { stepTitle: turnWords.periodic, act: turnWords.due };
    case 'applicant':
      return { stepTitle: turnWords.application, act: turnWords.opened };
    default:
      return assertNever(openedBy);
  }
}

/** The last thing that happened on a case: step and button, as far as the reader may know it. */
export function lastActWords(
  { kind, step, outcome, openedBy }: LastAct,
  catalogue: CatalogueReader,
  { post }: Reader,
): Text {
  if (kind === 'open') return openingWords(openedBy ?? 'applicant').act;
  if (kind === 'parentEnded')
    return text(
      `${turnWords.parent.zh}${turnWords.parentEnded.zh}`,
      `${turnWords.parent.en}: ${turnWords.parentEnded.en}`,
    );
  if (step === null || (outcome === null && kind !== 'retract')) return turnWords.redated;
  const spec = catalogue.spec(step);
  if (outcome === null)
    return text(`${spec.title.zh}：${turnWords.retracted.zh}`, `${spec.title.en}: ${turnWords.retracted.en}`);
  const hidden = isOutside(post.role) && isInternal(spec, step, outcome);
  const act = hidden ? doneWords : catalogue.actTitle(step, outcome);
  return text(`${spec.title.zh}：${act.zh}`, `${spec.title.en}: ${act.en}`);
}
