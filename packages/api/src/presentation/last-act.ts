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
} as const;

/** The last thing that happened on a case: step and button, as far as the reader may know it. */
export function lastActWords({ kind, step, outcome }: LastAct, catalogue: CatalogueReader, { post }: Reader): Text {
  if (kind === 'open') return turnWords.opened;
  if (step === null || outcome === null) return turnWords.redated;
  const spec = catalogue.spec(step);
  const hidden = post.role === 'APP' && isInternal(spec, step, outcome);
  const act = hidden ? doneWords : catalogue.actTitle(step, outcome);
  return text(`${spec.title.zh}：${act.zh}`, `${spec.title.en}: ${act.en}`);
}
