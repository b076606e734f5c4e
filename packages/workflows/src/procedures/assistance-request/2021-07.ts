import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Proceeding, StepOptions } from '../../vocabulary/proceeding.ts';
import { assistanceRequestSteps } from './assistance-request-steps.ts';

type P = Proceeding<typeof assistanceRequestSteps>;
/** Fifteen working days from receipt, or the day that was announced. */
type Term = Pick<StepOptions, 'since' | 'until'>;

const returnedBefore = text('已退回过一次', 'It was returned once already');
const announced = text('已告知延期一次', 'A delay was announced once already');

/** 跨省协查（协助方）: opened by a letter of the other bureau, which it answers. */
export const assistanceRequest = procedure({
  id: 'assistance-request',
  edition: '2021-07',
  title: text('跨省协查', 'Assistance to the other bureau'),
  series: '协查',
  basis: [cite('PEN', '26'), cite('PP', '')],
  steps: assistanceRequestSteps,
  endings: {
    replied: text('已回函', 'Answered'),
    partlyReplied: text('部分回函', 'Answered in part'),
    unable: text('无法查证', 'Cannot be established'),
    returned: text('退回', 'Returned'),
    redirected: text('指明有权机关', 'Competent body named'),
    discontinued: text('来函已撤回', 'Recalled'),
  },
  clockRules: [],
  flow: async (p) => {
    await signFor(p);
    const { outcome: charge } = await p.step('assign');
    let term: Term = { since: p.opening.receivedOn };
    for (let isLate = false; ;) {
      const found = await lookInto(p, charge, { ...term, without: isLate ? { announceDelay: announced } : {} });
      if (found.outcome === 'announceDelay') {
        const { replyBy, reasons } = found.flow;
        p.reply('announceDelay', { replyBy, reasons });
        term = { until: replyBy };
        isLate = true;
        continue;
      }
      const signed = await p.step('signReply', term);
      if (signed.outcome === 'sendBack') continue;
      p.reply(found.outcome === 'unable' ? 'unable' : 'replied', found.flow);
      return p.close(endings[found.outcome]);
    }
  },
});

const endings = { complete: 'replied', partly: 'partlyReplied', unable: 'unable' } as const;

/** The letter is returned once at most; where another body is competent, the answer names it. */
async function signFor(p: P): Promise<void> {
  const wasReturned = p.opening.letter?.matter['returnedBefore'] === true;
  const signed = await p.step('signFor', {
    since: p.opening.receivedOn,
    without: wasReturned ? { returnLetter: returnedBefore } : {},
  });
  if (signed.outcome === 'accept') return;
  p.reply('returned', signed.flow);
  p.close(signed.outcome === 'returnLetter' ? 'returned' : 'redirected');
}

const lookInto = (p: P, charge: 'assign' | 'toDistrict', options: StepOptions) =>
  charge === 'assign' ? p.step('lookInto', options) : p.step('enterDistrictFindings', options);
