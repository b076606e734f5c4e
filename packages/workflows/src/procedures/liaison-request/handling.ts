import { assertNever } from '@lianban/domain/assert-never';
import { text } from '@lianban/domain/text';
import type { PauseReason } from '../../vocabulary/proceeding.ts';
import { unitsIn } from './accepting.ts';
import type { Companions } from './following.ts';
import { headOf, liaisonOf, requestOf, type Hands, type RequestProceeding, type Stage } from './stage.ts';

const once = text('办理期限以延长一次为限', 'The limit is lengthened once only');

/** Only the limit of the unit stands still; the cap goes on. [design] */
const awaited: PauseReason = {
  key: 'supplement',
  kind: 'suspended',
  title: text('待诉求人补充材料', 'Waiting for the requester'),
};

/** Whether somebody above the unit has named who handles it. */
const hasClimbed = (p: RequestProceeding): boolean =>
  p.ever('dispatch', 'assign') || p.ever('instruct', 'assign') || p.ever('deliberate', 'approve');

/** S2 本单位办理 and S9 承办中: until an answer is proposed or somebody else has to help. */
export async function handle(p: RequestProceeding, hands: Hands, beside: Companions): Promise<Stage> {
  beside.accept(hands.accepting);
  const at = liaisonOf(p, hands.unit);
  for (;;) {
    const work = await p.step('handle', { at, without: wasLengthened(p) ? { requestExtension: once } : {} });
    switch (work.outcome) {
      case 'proposeReply':
        return { ...hands, at: 'reply' };
      case 'askHelp':
        return { ...hands, at: 'coordinate', helpers: unitsIn(work.flow.helpers, hands.unit) };
      case 'askMaterial':
        await p.clock.pause('handling', awaited, () =>
          p.within('supplement', {}, () => p.step('recordSupplement', { at })),
        );
        continue;
      case 'requestExtension':
        await decideOnLimit(p, hands.unit);
        continue;
      case 'escalate':
        return { at: 'dispatch', accepting: hands.accepting };
      case 'unsupported':
        return { at: 'unsupported', accepting: hands.accepting };
      case 'recordWithdrawal':
        return p.close('withdrawn');
      default:
        return assertNever(work);
    }
  }
}

const wasLengthened = (p: RequestProceeding): boolean =>
  p.ever('approveLongerHandling', 'grant') || p.ever('approveLongerHandlingAbove', 'grant');

/** By no more than the limit itself. [design] */
async function decideOnLimit(p: RequestProceeding, unit: string): Promise<void> {
  const climbed = hasClimbed(p);
  const decision = climbed
    ? await p.step('approveLongerHandlingAbove')
    : await p.step('approveLongerHandling', { at: headOf(unit) });
  if (decision.outcome !== 'grant') return;
  p.clock.extend(
    'handling',
    climbed ? 'liaison.complex' : requestOf(p).category === 'consult' ? 'liaison.consult' : 'liaison.help',
  );
}

/** S3 协助办理: the lead stays, every helper answers. */
export async function coordinate(
  p: RequestProceeding,
  { helpers, ...hands }: Hands & { readonly helpers: readonly string[] },
): Promise<Stage> {
  const waiting = await p.within('coordinate', { at: liaisonOf(p, hands.unit) }, () =>
    p.inParallel(
      Object.fromEntries(
        helpers.map((unit, nth) => [`helper${nth}`, () => p.step('assist', { at: liaisonOf(p, unit) })] as const),
      ),
    ),
  );
  return waiting.outcome === 'escalate' ? { at: 'dispatch', accepting: hands.accepting } : { ...hands, at: 'handle' };
}

/** S10 待反馈: approved by the head of the unit that worked on it, given by the unit that accepted it. */
export async function reply(p: RequestProceeding, hands: Hands, beside: Companions): Promise<Stage> {
  const approval = await p.step('approveReply', { at: headOf(hands.unit) });
  if (approval.outcome === 'sendBack') return { ...hands, at: 'handle' };
  const given = await p.step('giveReply', { at: liaisonOf(p, hands.accepting) });
  if (given.outcome === 'returnForRevision') return { ...hands, at: 'handle' };
  beside.end();
  return { at: 'rate', accepting: hands.accepting };
}
