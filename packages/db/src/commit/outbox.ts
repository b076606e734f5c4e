import { randomUUID } from 'node:crypto';
import type { FlowValues } from '@lianban/domain/field';
import type { Instant } from '@lianban/domain/civil-date';
import type { Conversion } from '@lianban/workflows/vocabulary/opening';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import { childCaseId } from '../child-case-id.ts';
import type { Facts } from './facts.ts';

/** Message to open the case in which another one goes on. */
export interface OpenCaseMessage {
  /** Id and request id of the new case, fixed here so that the message may be worked twice. */
  readonly caseId: string;
  readonly requestId: string;
  readonly procedure: string;
  readonly conversion: Conversion;
}

/** A case that another one opened for one of its duties. */
export interface ChildToOpen {
  readonly caseId: string;
  readonly duty: string;
  readonly procedure: string;
  readonly matter: FlowValues;
}

/** Message to open the children of a turn. */
export interface OpenChildrenMessage {
  readonly children: readonly ChildToOpen[];
}

/** Message to open what is left of a matter as a case of its own. */
export interface OpenRestMessage {
  readonly procedure: string;
  /** The request by which the matter was divided; its form says what is left. */
  readonly requestId: string;
}

/** Message to tell children that their parent does not wait for them any more. */
export interface ReleaseChildrenMessage {
  readonly children: readonly string[];
  readonly at: Instant;
}

/** What one child is told, and the row of its catalogue that takes it. */
export interface ChildTidings {
  readonly child: string;
  readonly duty: string;
  readonly outcome: string;
  readonly flow: FlowValues;
}

/** Message to tell children how matters stand with their parent, in the order in which it happened. */
export interface TellChildrenMessage {
  readonly news: readonly ChildTidings[];
  readonly at: Instant;
  readonly by: Actor | null;
}

/** Message to tell a parent how its child ended. */
export interface ChildEndedMessage {
  readonly parent: string;
  readonly duty: string;
  readonly outcome: string;
  readonly flow: FlowValues;
  readonly at: Instant;
  readonly by: Actor | null;
}

/** Message to carry letters of the turn to the other bureau. */
export interface SendLettersMessage {
  readonly sequences: readonly number[];
}

/** What each kind of message carries. */
export interface Messages {
  readonly openCase: OpenCaseMessage;
  readonly openChildren: OpenChildrenMessage;
  readonly tellChildren: TellChildrenMessage;
  readonly openRest: OpenRestMessage;
  readonly releaseChildren: ReleaseChildrenMessage;
  readonly childEnded: ChildEndedMessage;
  readonly sendLetters: SendLettersMessage;
}

/** A message as it is written with its turn. */
export type Message = {
  readonly [K in keyof Messages]: { readonly kind: K; readonly payload: Messages[K] };
}[keyof Messages];

/** What the turn sets in motion outside its case: at most one message of each kind. */
export const messagesOf = (facts: Facts): readonly Message[] => [
  ...transferOf(facts),
  ...childrenOf(facts),
  ...tidingsOf(facts),
  ...restOf(facts),
  ...endingOf(facts),
  ...sendingOf(facts),
];

function sendingOf({ turn: { entries } }: Facts): readonly Message[] {
  const sequences = entries.flatMap((entry) => (entry.type === 'letter' ? [entry.sequence] : []));
  return sequences.length === 0 ? [] : [{ kind: 'sendLetters', payload: { sequences } }];
}

function transferOf({ turn: { caseId, version, entries } }: Facts): readonly Message[] {
  const transferred = entries.find((entry) => entry.type === 'transferred');
  if (transferred === undefined) return [];
  const { procedure, type: _, ...taken } = transferred;
  const conversion = { caseId, ...taken };
  return [
    {
      kind: 'openCase',
      payload: { caseId: randomUUID(), requestId: `transfer:${caseId}:${version}`, procedure, conversion },
    },
  ];
}

function restOf({ turn: { entries, input } }: Facts): readonly Message[] {
  const divided = entries.find((entry) => entry.type === 'divided');
  if (divided === undefined) return [];
  return [{ kind: 'openRest', payload: { procedure: divided.procedure, requestId: input.requestId } }];
}

/** A child that is opened and released in one turn is never opened. */
function childrenOf({ turn: { caseId, entries, input } }: Facts): readonly Message[] {
  const opened = entries.filter((entry) => entry.type === 'childOpened');
  const released = entries.flatMap((entry) => (entry.type === 'childReleased' ? [entry.key] : []));
  const ofThisTurn = new Set(opened.map(({ key }) => key));
  const toOpen = opened
    .filter(({ key }) => !released.includes(key))
    .map(({ key: duty, procedure, matter }) => ({ caseId: childCaseId(caseId, duty), duty, procedure, matter }));
  const toRelease = released.filter((key) => !ofThisTurn.has(key)).map((key) => childCaseId(caseId, key));
  return [
    ...(toOpen.length === 0 ? [] : [{ kind: 'openChildren' as const, payload: { children: toOpen } }]),
    ...(toRelease.length === 0
      ? []
      : [{ kind: 'releaseChildren' as const, payload: { children: toRelease, at: input.at } }]),
  ];
}

/** A child that is released in the same turn has nothing to hear of it any more. */
function tidingsOf({ turn: { caseId, entries, input } }: Facts): readonly Message[] {
  const released = entries.flatMap((entry) => (entry.type === 'childReleased' ? [entry.key] : []));
  const news = entries.flatMap((entry): readonly ChildTidings[] => {
    if (entry.type !== 'childTold' || released.includes(entry.key)) return [];
    const { key, step: duty, outcome, flow } = entry;
    return [{ child: childCaseId(caseId, key), duty, outcome, flow }];
  });
  if (news.length === 0) return [];
  return [{ kind: 'tellChildren', payload: { news, at: input.at, by: 'by' in input ? input.by : null } }];
}

/** A child that is over because its parent is has nobody to tell. */
function endingOf({ turn: { entries, input }, childOf }: Facts): readonly Message[] {
  const closed = entries.find((entry) => entry.type === 'closed');
  if (closed === undefined || childOf === null || input.kind === 'parentEnded') return [];
  const { caseId: parent, duty } = childOf;
  const { outcome, result: flow = {} } = closed;
  const by = 'by' in input ? input.by : null;
  return [{ kind: 'childEnded', payload: { parent, duty, outcome, flow, at: input.at, by } }];
}
