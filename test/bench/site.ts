import { randomUUID } from 'node:crypto';
import { carry } from '@lianban/api/engine/case-workflow';
import { selectFirst, selectOne } from '@lianban/db/queryable';
import { fileApplication } from '@lianban/db/testing/recorded-case';
import { offSiteWorkshop } from '@lianban/workflows/procedures/off-site-workshop/2024-05';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { eventually } from '../support/eventually.ts';
import { filledForm } from '../support/filled-form.ts';
import { signIn } from '../support/service-client.ts';
import { inTurn } from './load.ts';
import { required } from './environment.ts';

const VARIETIES = 7;
const PATIENCE_MS = 60_000;

/** Acts of a site, each after everything that the one before had set in motion, and those of the bare workflow between them, in ms. */
export interface SiteSeen {
  readonly answerMs: readonly number[];
  readonly bareMs: readonly number[];
  /** From an answer until all cases of varieties have taken up the news that it sent them. */
  readonly toldMs: readonly number[];
}

type Deed = readonly [user: string, step: string, outcome: string];

const toTheVarieties: readonly Deed[] = [
  ['hejing', 'intake', 'accept'],
  ['zhoumin', 'chooseRoute', 'homeWithConsent'],
  ['zhoumin', 'draftLetter', 'propose'],
  ['qinli', 'auditLetter', 'agree'],
  ['jianghe', 'signLetter', 'send'],
  ['zhoumin', 'awaitReply', 'agree'],
  ['zhoumin', 'orderInspection', 'order'],
];
/** Each tells all varieties how the site stands now. */
const backAndForth: readonly Deed[] = [
  ['zhoumin', 'changedOpinion', 'disagree'],
  ['zhoumin', 'negotiate', 'agreed'],
];

/** The case of a site whose varieties are all under way, each in a case of its own. */
export class SiteCase {
  readonly #pool: Pool;
  readonly #caseId: string;
  #acts = 0;

  private constructor(pool: Pool, caseId: string) {
    this.#pool = pool;
    this.#caseId = caseId;
  }

  /** Opens the case over HTTP up to the order of the inspection, and waits for the cases of its varieties. */
  static async open({ pool, client }: { readonly pool: Pool; readonly client: Client }): Promise<SiteCase> {
    const { id: procedure, edition } = offSiteWorkshop;
    const caseId = await fileApplication(pool, {
      ...{ procedure: offSiteWorkshop, item: 'drug-off-site-workshop', opening: { commitment: null } },
    });
    await carry(client, { caseId, procedure, edition, province: 'CQ' });
    const site = new SiteCase(pool, caseId);
    for (const deed of toTheVarieties) await (await site.#prepared(deed))();
    await site.#heard();
    return site;
  }

  /** So many acts of the site by one client, with as many of the bare workflow in the same rhythm: each is first every other time. */
  async measure(samples: number, bare: () => Promise<unknown>): Promise<SiteSeen> {
    const seen: Record<'answer' | 'bare', number[]> = { answer: [], bare: [] };
    const toldMs: number[] = [];
    for (let done = 0; done < samples; done += 1) {
      const act = await this.#prepared(backAndForth[this.#acts % backAndForth.length] ?? ['', '', '']);
      this.#acts += 1;
      const answer = async (): Promise<void> => void seen.answer.push(...(await inTurn(1, act)).ms);
      const another = async (): Promise<void> => void seen.bare.push(...(await inTurn(1, bare)).ms);
      const from = performance.now();
      if (done % 2 === 0) {
        await another();
        await answer();
      } else {
        await answer();
        await another();
      }
      await this.#heard();
      toldMs.push(performance.now() - from);
    }
    return { answerMs: seen.answer, bareMs: seen.bare, toldMs };
  }

  /** Looks the duty and its form up, so that only the answer is measured. */
  async #prepared([user, step, outcome]: Deed): Promise<() => Promise<unknown>> {
    const caseId = this.#caseId;
    const { key: duty } = await eventually(
      `${step} is open`,
      () =>
        selectFirst<{ key: string }>(this.#pool, {
          text: `SELECT key FROM duty WHERE case_id = $1 AND step = $2 AND state = 'open'`,
          values: [caseId, step],
        }),
      PATIENCE_MS,
    );
    const { trpc } = await clientOf(user);
    const { outcomes } = await trpc.duty.open.query({ caseId, duty });
    const form = filledForm(outcomes.find(({ name }) => name === outcome)?.form ?? []);
    const varieties = Array.from({ length: VARIETIES }, (_, at) => ({ name: `品种${at + 1}`, changeClass: 'report' }));
    const filled = 'varieties' in form ? { ...form, varieties } : form;
    return () => trpc.duty.answer.mutate({ caseId, duty, outcome, form: filled, requestId: randomUUID() });
  }

  /** Waits until every variety has taken up whatever the site has told so far. */
  async #heard(): Promise<void> {
    await eventually(
      'every variety is told',
      async () => {
        const { waiting } = await selectOne<{ waiting: number }>(this.#pool, {
          text: 'SELECT count(*)::int AS waiting FROM outbox WHERE case_id = $1 AND done_at IS NULL',
          values: [this.#caseId],
        });
        return waiting === 0;
      },
      PATIENCE_MS,
    );
  }
}

const clients = new Map<string, ReturnType<typeof signIn>>();

function clientOf(user: string): ReturnType<typeof signIn> {
  const known = clients.get(user) ?? signIn(required('LIANBAN_BENCH_API'), user);
  clients.set(user, known);
  return known;
}
