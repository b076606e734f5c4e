import { assertNever } from '@lianban/domain/assert-never';
import { awaitAnswer } from '../building-blocks/assistance.ts';
import { headOf, type RequestProceeding, type Stage } from './stage.ts';

/** S8 for a district of the other province: its bureau is asked by letter, which opens a case there; its answer settles the wait. */
export async function askBureau(
  p: RequestProceeding,
  { accepting, questions }: Extract<Stage, { at: 'bureau' }>,
): Promise<Stage> {
  const signed = await p.step('signBureauLetter', { at: headOf(accepting) });
  if (signed.outcome === 'sendBack') return { at: 'accept', unit: accepting };
  const returnedBefore = p.times('awaitAssistance', 'returned') > 0;
  const answer = await awaitAnswer(p, { share: { questions, returnedBefore } });
  switch (answer) {
    case 'replied':
      return { at: 'reply', unit: accepting, accepting };
    case 'returned':
      return { at: 'dispatch', accepting };
    case 'unable':
    case 'recall':
      return { at: 'handle', unit: accepting, accepting };
    default:
      return assertNever(answer);
  }
}
