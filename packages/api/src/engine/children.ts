import { raiseAlarm } from '@lianban/db/alarm';
import { receiveChild } from '@lianban/db/child-case';
import { outboxDone, takeOutbox, type TakenMessage } from '@lianban/db/outbox';
import { caseState } from '@lianban/db/queries/case-state';
import { currentEditionOf } from '@lianban/workflows/procedures/registry';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Engine, News } from './engine.ts';

const AT_ONCE = 50;

interface Parts {
  readonly pool: Pool;
  readonly engine: Engine;
  readonly log: Logger;
}

/**
 * Carries what cases and the cases that they opened have to tell each other (ADR 0033): openings first, so that nobody is told
 * of an end before there was a beginning. A message that does not get through is tried again when its lease is over.
 */
export async function relayChildren(parts: Parts): Promise<void> {
  for (const message of await takeOutbox(parts.pool, 'openChildren', AT_ONCE)) await openChildren(parts, message);
  for (const message of await takeOutbox(parts.pool, 'tellChildren', AT_ONCE)) await tellChildren(parts, message);
  for (const message of await takeOutbox(parts.pool, 'releaseChildren', AT_ONCE)) await releaseChildren(parts, message);
  for (const message of await takeOutbox(parts.pool, 'childEnded', AT_ONCE)) await tellEnding(parts, message);
}

async function openChildren({ pool, engine }: Parts, message: TakenMessage<'openChildren'>): Promise<void> {
  const { id, caseId, payload } = message;
  for (const child of payload.children) {
    const procedure = currentEditionOf(child.procedure);
    if (procedure === undefined) {
      const detail = { procedure: child.procedure, message: id };
      return raiseAlarm(pool, { kind: 'unknownProcedure', caseId, detail });
    }
    const { submission } = await receiveChild(pool, message, { child, procedure });
    await engine.deliver(submission);
  }
  await outboxDone(pool, [id]);
}

async function tellChildren(parts: Parts, { id, payload, version }: TakenMessage<'tellChildren'>): Promise<void> {
  const { news, at, by } = payload;
  for (const [index, { child, ...tidings }] of news.entries()) {
    if ((await caseState(parts.pool, child)) === undefined) return; // it is being opened
    const told: News = { kind: 'parentTold', requestId: `told:${child}:${version}:${index}`, at, by, ...tidings };
    if (!(await isTold(parts, child, told))) return;
  }
  await outboxDone(parts.pool, [id]);
}

async function releaseChildren(parts: Parts, { id, payload }: TakenMessage<'releaseChildren'>): Promise<void> {
  const { children, at } = payload;
  for (const child of children) {
    if ((await caseState(parts.pool, child)) === undefined) return; // it is being opened
    const news: News = { kind: 'parentEnded', requestId: `parent:${child}`, at };
    if (!(await isTold(parts, child, news))) return;
  }
  await outboxDone(parts.pool, [id]);
}

async function tellEnding(parts: Parts, message: TakenMessage<'childEnded'>): Promise<void> {
  const { id, caseId: child, payload } = message;
  const { parent, ...ending } = payload;
  const news: News = { kind: 'childEnded', requestId: `child:${child}`, child, ...ending };
  if (await isTold(parts, parent, news)) await outboxDone(parts.pool, [id]);
}

/** What refuses the news of a case that has ended, or gone past the step, in good order. */
const GONE_PAST: ReadonlySet<string> = new Set(['CASE_CLOSED', 'STALE_DUTY']);

/** Whether the case has been told for good. One that refuses what it should take waits for ever: somebody has to look. */
async function isTold({ pool, engine, log }: Parts, caseId: string, news: News): Promise<boolean> {
  const told = await engine.tell(caseId, news);
  if (told.state !== 'refused') return told.state === 'taken';
  const { code } = told.refusal;
  log.info({ caseId, kind: news.kind, code }, 'case has gone past the news of another');
  if (!GONE_PAST.has(code)) await raiseAlarm(pool, { kind: 'newsRefused', caseId, detail: { code, news: news.kind } });
  return true;
}
