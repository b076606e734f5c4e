import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { askColleagues } from '../involvement/ask.ts';
import { openSheet } from '../involvement/open-sheet.ts';
import { reassign } from '../involvement/reassign.ts';
import { respond } from '../involvement/respond.ts';
import { selectFirst } from '../queryable.ts';
import { drawFor } from '../team/draw.ts';
import { demoId, officerFor } from './cast.ts';
import type { Driving } from './past-case.ts';

const requestId = (nth: number): string => demoId('c20', nth);
const of = (role: Parameters<typeof officerFor>[0], user: string): Actor => officerFor(role, 'CQ', user).actor;

/** An open duty of Chongqing, as those who work on it name it. */
interface AtWork {
  readonly caseId: string;
  readonly duty: string;
  readonly province: 'CQ';
}

/**
 * What people ask each other in the demonstration, as of now: a step handed to a colleague (转办), opinions asked and given (协办), a
 * draft that is being signed (会签, 加签), and a drawn team. Repeatable: what there is already stays as it is.
 * @throws Error when a duty that the lives leave open is not there.
 */
export async function seedWorkAmongPeople(pool: Pool, driving: Driving): Promise<void> {
  await handOn(pool, await openAt(pool, 'checkRectification'));
  await askOpinions(pool, await openAt(pool, 'review'));
  await sendRound(pool, await openAt(pool, 'audit'));
  await drawTeam(pool, driving);
}

async function openAt(pool: Pool, step: string): Promise<AtWork> {
  const found = await selectFirst<Omit<AtWork, 'province'>>(pool, {
    text: `SELECT f.case_id AS "caseId", d.key AS duty FROM duty d JOIN case_file f USING (case_id)
      WHERE d.step = $1 AND d.state = 'open' AND f.province = 'CQ' ORDER BY d.due_at, f.number LIMIT 1`,
    values: [step],
  });
  if (found === undefined) throw new Error(`the demonstration has nobody at ${step}`);
  return { ...found, province: 'CQ' };
}

/** The deputy director gives a step that nobody has taken to an inspector. */
const handOn = (pool: Pool, at: AtWork): Promise<void> =>
  reassign(
    pool,
    { ...at, by: of('DL', 'jianghe') },
    {
      ...{ requestId: requestId(1), to: { postId: of('DISP', 'pengchuan').postId }, notBy: [] },
      reason: '彭川熟悉该企业情况，由其复核整改。',
    },
  );

/** The officer asks the legal section, which has answered, and an inspector, who has not. */
async function askOpinions(pool: Pool, at: AtWork): Promise<void> {
  const asking = { kind: 'assist', units: [], notBy: [] } as const;
  const officer = { ...at, by: of('OFF', 'zhoumin') };
  const legal = of('LEG', 'guolan');
  const inspector = of('INS', 'shenmu');
  await askColleagues(pool, officer, {
    ...{ ...asking, requestId: requestId(2), posts: [legal.postId], note: '设备变更是否须重新申请许可，请提出意见。' },
  });
  await askColleagues(pool, officer, {
    ...{ ...asking, requestId: requestId(3), posts: [inspector.postId], note: '请核对现场水处理设备与登记是否一致。' },
  });
  const opinion = '设备同类更换不改变许可事项，备案即可，无须重新申请许可。';
  await answer(pool, { ...at, by: legal }, { asked: requestId(2), verdict: null, opinion, nth: 4 });
}

/** The head of section sends the draft round in order; the first has agreed and asks for one more signature. */
async function sendRound(pool: Pool, at: AtWork): Promise<void> {
  const [head, legal, deputy] = [of('SEC', 'qinli'), of('LEG', 'guolan'), of('DL', 'jianghe')];
  await openSheet(
    pool,
    { ...at, by: head },
    {
      ...{
        requestId: requestId(5),
        rule: { kind: 'inOrder' },
        outcome: 'agree',
        opinion: '审查充分，同意拟办意见，准予许可。',
      },
      ...{ answer: null, posts: [legal.postId, deputy.postId], note: '首个二类器械生产许可，请会签。' },
    },
  );
  await askColleagues(
    pool,
    { ...at, by: head },
    {
      ...{ requestId: requestId(6), kind: 'sign', posts: [of('CRD', 'baiyang').postId], units: [], notBy: [] },
      note: '请核对企业信用情况后加签。',
    },
  );
  const opinion = '程序和依据无误。';
  await answer(pool, { ...at, by: legal }, { asked: requestId(5), verdict: 'agree', opinion, nth: 7 });
}

interface Answering {
  /** The request of which the answer is one. */
  readonly asked: string;
  readonly verdict: 'agree' | null;
  readonly opinion: string;
  readonly nth: number;
}

async function answer(
  pool: Pool,
  reach: AtWork & { readonly by: Actor },
  { asked, verdict, opinion, nth }: Answering,
): Promise<void> {
  const request = await selectFirst<{ id: string }>(pool, {
    text: 'SELECT id FROM involvement WHERE request_id = $1 AND post_id = $2',
    values: [asked, reach.by.postId],
  });
  if (request === undefined) throw new Error(`nobody asked: ${asked}`);
  await respond(pool, reach, { involvementId: request.id, requestId: requestId(nth), outcome: null, verdict, opinion });
}

/** The team of the verification that nobody has taken; some are left out, each with the reason. */
async function drawTeam(pool: Pool, driving: Driving): Promise<void> {
  const found = await selectFirst<{ caseId: string; duty: string; procedure: string }>(pool, {
    text: `SELECT f.case_id AS "caseId", d.key AS duty, f.procedure FROM duty d JOIN case_file f USING (case_id)
      WHERE d.step = 'verify' AND d.state = 'open' AND d.claimed_by_person IS NULL AND f.province = 'CQ'
        AND NOT EXISTS (SELECT FROM inspection_draw w WHERE w.case_id = f.case_id) ORDER BY d.due_at, f.number LIMIT 1`,
  });
  if (found === undefined) return;
  const { caseId, duty, procedure } = found;
  const barred = driving.barredFrom(driving.procedureOf(procedure), 'verify');
  await drawFor(pool, { caseId, duty, by: of('INS', 'shenmu'), reason: null, barred });
}
