import { assertNever } from '@lianban/domain/assert-never';
import type { RowValue } from '@lianban/domain/field';
import type { RequestCategory } from '@lianban/domain/liaison';
import type { RuleKey } from '@lianban/domain/rule';
import { text } from '@lianban/domain/text';
import type { Companions } from './following.ts';
import { followReport } from './report.ts';
import { liaisonOf, noThirdReturn, requestOf, type RequestProceeding, type Stage } from './stage.ts';

const onlyQuestions = text('仅咨询类可直接答复', 'Only a question is answered directly');
const onlyOtherProvince = text('仅涉及对方省区县的诉求', 'Only for a request of the other province');

/** What a request of its kind may take. [design] */
const limitOf = {
  consult: 'liaison.consult',
  help: 'liaison.help',
  suggestion: 'liaison.help',
} as const satisfies Record<RequestCategory, RuleKey>;

const categoryIn = (chosen: string): RequestCategory =>
  chosen === 'consult' ? 'consult' : chosen === 'suggestion' ? 'suggestion' : 'help';

/** The units in the rows of a form, each once, without the lead. */
export const unitsIn = (rows: readonly RowValue[] | undefined, lead: string): readonly string[] => [
  ...new Set((rows ?? []).flatMap(({ unit = lead }) => (unit === lead ? [] : [unit]))),
];

/** Buttons that this request does not have. */
function barred(p: RequestProceeding) {
  const { category, districtProvince } = requestOf(p);
  return {
    ...(category === 'consult' ? {} : { answerDirectly: onlyQuestions }),
    ...(districtProvince === p.opening.item.province ? { toOtherBureau: onlyOtherProvince } : {}),
  };
}

/** S1 待受理: the unit takes it, passes it on, or says why it is no request. */
export async function accept(p: RequestProceeding, unit: string, beside: Companions): Promise<Stage> {
  beside.accept(unit);
  beside.begin(limitOf[requestOf(p).category]);
  const answer = await p.step('accept', { at: liaisonOf(p, unit), without: barred(p) });
  const hands = { unit, accepting: unit };
  switch (answer.outcome) {
    case 'acceptOwn':
      beside.limit(limitOf[categoryIn(answer.flow.category)]);
      return { ...hands, at: 'handle' };
    case 'answerDirectly':
      return { ...hands, at: 'reply' };
    case 'askHelp':
      return { ...hands, at: 'coordinate', helpers: unitsIn(answer.flow.helpers, unit) };
    case 'transfer':
      return { at: 'sign', unit: answer.flow.unit, from: unit };
    case 'toPlatform':
      return { at: 'platform', channel: 'eightLists', accepting: unit };
    case 'toOtherBureau':
      return { at: 'bureau', accepting: unit, questions: answer.flow.questions };
    case 'escalate':
      return { at: 'dispatch', accepting: unit };
    case 'merge':
      p.mergeInto(answer.flow.into);
      p.notify('requestMerged', 'applicant');
      return p.close('merged');
    case 'separate':
      beside.end();
      return followReport(p, answer.flow.unit);
    case 'toWindow':
      return p.close('pointedToWindow');
    case 'notRequest':
      return p.close('notRequest');
    case 'recordWithdrawal':
      return p.close('withdrawn');
    default:
      return assertNever(answer);
  }
}

/** S4 转交待签收: signed for, not disputed in time, or returned; the second return goes to the section instead of a third unit. */
export async function sign(p: RequestProceeding, unit: string, from: string): Promise<Stage> {
  const at = liaisonOf(p, unit);
  const without = p.times('signTransfer', 'reject') > 1 ? { reject: noThirdReturn } : {};
  const answer = await p.within('mayDispute', { at }, () => p.step('signTransfer', { at, without }));
  if (answer.outcome !== 'reject') return { at: 'handle', unit, accepting: unit };
  if (p.times('signTransfer', 'reject') > 1) return { at: 'dispatch', accepting: from };
  return { at: 'accept', unit: from };
}
