import type { Channel } from '@lianban/domain/liaison';
import type { Companions } from './following.ts';
import type { RequestProceeding, Stage } from './stage.ts';

/** S5 科标处分办: assigned by duty, or put before the deputy. What has climbed has the limit of a complex matter, once. */
export async function dispatch(p: RequestProceeding, accepting: string, beside: Companions): Promise<Stage> {
  beside.accept(accepting);
  beside.climb();
  const answer = await p.step('dispatch');
  return answer.outcome === 'assign'
    ? { at: 'handle', unit: answer.flow.unit, accepting }
    : { at: 'instruct', accepting };
}

/** S6 分管领导批示: silence is reminded of and never an approval. */
export async function instruct(p: RequestProceeding, accepting: string): Promise<Stage> {
  const answer = await p.step('instruct');
  switch (answer.outcome) {
    case 'assign':
      return { at: 'handle', unit: answer.flow.unit, accepting };
    case 'callMeeting':
      return { at: 'prepareAgenda', accepting };
    case 'returnToOffice':
      return { at: 'dispatch', accepting };
  }
}

/** Duties and a plan, before the meeting. */
export async function prepareAgenda(p: RequestProceeding, accepting: string): Promise<Stage> {
  await p.step('prepareAgenda');
  return { at: 'deliberate', accepting };
}

/** S7 党组会、局长办公会审议. */
export async function deliberate(p: RequestProceeding, accepting: string): Promise<Stage> {
  const resolution = await p.step('deliberate');
  switch (resolution.outcome) {
    case 'approve':
      return { at: 'handle', unit: resolution.flow.unit, accepting };
    case 'revise':
      return { at: 'prepareAgenda', accepting };
    case 'reject':
      return { at: 'unsupported', accepting };
  }
}

/** S8 外部转办: somebody outside answers, or sends it back; every month without either, they are reminded. */
export async function awaitPlatform(
  p: RequestProceeding,
  { channel, accepting }: { readonly channel: Channel; readonly accepting: string },
): Promise<Stage> {
  p.send(channel, 'ask');
  for (;;) {
    const answer = await p.step('awaitPlatform');
    if (answer.outcome === 'answered') return { at: 'reply', unit: accepting, accepting };
    if (answer.outcome === 'returned') return { at: 'dispatch', accepting };
    p.send(channel, 'chase');
  }
}
