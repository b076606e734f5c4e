import type { CivilDate } from '@lianban/domain/civil-date';
import type { FlowValues } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import type { ladderSteps, replySteps } from './consent-steps.ts';

type P = Proceeding<typeof replySteps & typeof ladderSteps>;

const toldOnce = text('对方已告知延期一次', 'They have announced a delay once');
/** The joint meeting is of both: the other side of its office answers by letter. */
const bothSides = { share: { asks: 'meeting' } } as const;
const inspectedAlready = text('联合检查已经完成', 'The joint inspection has been made');
const proposed = { proposeJoint: text('对方已建议先行联合检查', 'They have proposed it already') };

/** What the other side says for good, as far as anything is. */
export type Opinion = 'agree' | 'agreeConditionally' | 'disagree';

/** What comes of it. */
export type Consent = 'given' | 'refused';

/** The contact letter: when it went, and what it says. */
export interface Sent {
  readonly on: CivilDate;
  readonly share: FlowValues;
}

/** What the flow around it knows of the inspection, and is to hear. */
export interface Occasion {
  readonly isInspected: () => boolean;
  /** They want to see the site before they answer. */
  readonly admitFirst: () => void;
}

/** B1, until the other side has answered for good. Never taken from silence, and at any moment at which it comes. */
export async function seekOpinion(p: P, sent: Sent, occasion: Occasion): Promise<Opinion> {
  for (let reply = await awaitReply(p, sent, occasion); ;) {
    switch (reply.outcome) {
      case 'agree':
      case 'agreeConditionally':
      case 'disagree':
        return reply.outcome;
      case 'needMaterial':
        reply = await supply(p, sent, occasion);
        continue;
      case 'proposeJoint':
        reply = await inspectFirst(p, occasion);
    }
  }
}

/** What they need goes with a letter of its own, unless they answer before it has gone. */
async function supply(p: P, { share }: Sent, occasion: Occasion) {
  const reply = await p.within('supplyMaterial', {}, () => p.step('awaitEarly'));
  return reply.outcome === 'send' ? awaitReply(p, { on: reply.on, share }, occasion) : reply;
}

/** The case there still stands: it may answer before the site has been inspected, and is asked to afterwards. */
async function inspectFirst(p: P, occasion: Occasion) {
  occasion.admitFirst();
  const early = await p.until('awaitEarly', occasion.isInspected, () => p.step('awaitEarly', { without: proposed }));
  return early ?? awaitReply(p, { on: p.today }, occasion);
}

/** CHASE: a reminder after fifteen working days, the joint office after ten more; a delay may be announced once. */
async function awaitReply(p: P, { on: since, ...shared }: Partial<Sent> & Pick<Sent, 'on'>, { isInspected }: Occasion) {
  const without = isInspected() ? { proposeJoint: inspectedAlready } : {};
  let reply = await p.step('awaitReply', { since, without, ...shared });
  if (reply.outcome === 'announceDelay') {
    const limit = 'contactLetter.reply.delayed';
    reply = await p.step('awaitReply', { since, limit, without: { ...without, announceDelay: toldOnce } });
  }
  if (reply.outcome === 'announceDelay') return awaitReminded(p, reply.on, without);
  return reply.outcome === 'lapsed' ? awaitReminded(p, reply.lastDay, without) : reply;
}

async function awaitReminded(p: P, since: CivilDate, without: Readonly<Record<string, ReturnType<typeof text>>>) {
  const reminded = await p.step('awaitReminded', { since, without });
  return reminded.outcome === 'lapsed' ? p.step('awaitJointOffice', { without }) : reminded;
}

/** 附条件同意 counts once the other side confirms what was done or promised. */
export async function settleConditions(p: P): Promise<Consent> {
  do await p.step('meetConditions');
  while ((await p.step('confirmConditions', { share: { asks: 'conditions' } })).outcome === 'notMet');
  return 'given';
}

/** The home province cannot overrule: whoever does not agree goes up, level by level. */
export async function climb(p: P): Promise<Consent> {
  let since = p.today;
  for (const level of ['negotiate', 'leadersMeet', 'jointMeeting'] as const) {
    const answer = await p.step(level, { since, ...(level === 'jointMeeting' ? bothSides : {}) });
    if (answer.outcome === 'agreed') return 'given';
    since = answer.outcome === 'lapsed' ? answer.lastDay : answer.on;
  }
  return (await p.step('askNational')).outcome === 'designated' ? 'given' : 'refused';
}
