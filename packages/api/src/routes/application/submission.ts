import { randomUUID } from 'node:crypto';
import { attachmentsOfDrafts } from '@lianban/db/attachments/of-draft';
import { draftById, type DraftRow } from '@lianban/db/drafts';
import { receiveApplication, type Application } from '@lianban/db/opening';
import { caseHead } from '@lianban/db/queries/case-page';
import { openSteps } from '@lianban/db/queries/case-list';
import type { Submission } from '@lianban/db/submission';
import { assertNever } from '@lianban/domain/assert-never';
import { LianbanError } from '@lianban/domain/error';
import type { Item } from '@lianban/domain/item';
import { currentEditionOf } from '@lianban/workflows/procedures/registry';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { z } from 'zod';
import type { SignedIn } from '../../answering.ts';
import { actorOf, scopeOf } from '../../identity/identity.ts';
import { applicationAnswer } from '../../presentation/application-receipt.ts';
import { presently } from '../../presentation/as-of.ts';
import { readerOf } from '../../presentation/catalogue.ts';
import type { Route } from '../../presentation/eligibility.ts';
import { draftContent, type applicationReceipt } from '../../views/application.ts';
import { applicantOf } from './applicant.ts';
import { completeApplication } from './completeness.ts';
import { earlierApplication, type SubmitRequest } from './earlier.ts';
import { standingOf, today } from './standing.ts';

/** What became of an application. */
export type ApplicationReceipt = z.infer<typeof applicationReceipt>;

/**
 * Receives the application for good, closes its draft and hands it to the engine. `recording` when the engine has not
 * recorded it within a few seconds; it will. A repeated request gives the same receipt although its draft is gone.
 * @throws LianbanError NO_SUCH_DRAFT, FILES_CHANGED, REQUEST_REUSED, and what keeps an application from being complete.
 */
export async function submitDraft(signedIn: SignedIn, request: SubmitRequest): Promise<ApplicationReceipt> {
  const { pool } = signedIn.services.database;
  // In this order: whoever finds the draft gone because of this very request also finds the request.
  const draft = await ownDraft(signedIn, request.draftId);
  const earlier = await earlierApplication(pool, signedIn.identity, request);
  if (earlier !== undefined) return receiptFor(signedIn, earlier);
  if (draft === null) throw new LianbanError('NO_SUCH_DRAFT', { draftId: request.draftId });
  const { submission } = await receiveApplication(pool, await applicationFrom(signedIn, draft, request.requestId));
  return receiptFor(signedIn, submission);
}

async function ownDraft({ services, identity }: SignedIn, draftId: string): Promise<DraftRow | null> {
  const { enterpriseId } = applicantOf(identity);
  try {
    return await draftById(services.database.pool, draftId, { enterpriseId, today: today() });
  } catch (failure) {
    if (failure instanceof LianbanError && failure.code === 'NO_SUCH_DRAFT') return null;
    throw failure;
  }
}

async function applicationFrom(
  { services, identity }: SignedIn,
  { draftId, item, province, content: saved }: DraftRow,
  requestId: string,
): Promise<Application> {
  const { enterpriseId } = applicantOf(identity);
  const content = draftContent.parse(saved);
  const { pool } = services.database;
  const files = (await attachmentsOfDrafts(pool, [draftId])).get(draftId) ?? [];
  const standing = await standingOf(pool, { item, province, enterpriseId });
  const { route, commitment } = completeApplication({ content, files }, standing, today());
  return {
    requestId,
    caseId: randomUUID(),
    by: actorOf(identity),
    enterpriseId,
    item,
    province,
    draftId,
    attachmentIds: files.map(({ attachmentId }) => attachmentId),
    procedure: procedureFor(route, standing.item),
    commitment,
    form: { draftId, ...content },
  };
}

const procedureIds = { commitment: 'informed-commitment', ordinary: 'ordinary-permit' } as const satisfies Record<
  Route,
  string
>;

/** An item that is not granted on commitment may name a procedure of its own. */
function procedureFor(route: Route, { procedure: own }: Pick<Item, 'procedure'>): AnyProcedure {
  const id = route === 'ordinary' && own !== undefined ? own : procedureIds[route];
  const procedure = currentEditionOf(id);
  if (procedure === undefined) throw new LianbanError('INTERNAL', { reason: 'unknown procedure', route });
  return procedure;
}

async function receiptFor(signedIn: SignedIn, submission: Submission): Promise<ApplicationReceipt> {
  const { caseId, requestId, state, refusal } = submission;
  if (refusal !== null) throw new LianbanError(refusal.code, refusal.detail);
  if (state === 'recorded') return recordedReceipt(signedIn, submission);
  const delivery = await signedIn.services.engine.deliver(submission);
  switch (delivery.state) {
    case 'recorded':
      return recordedReceipt(signedIn, submission);
    case 'recording':
      return { state: 'recording', caseId, requestId };
    case 'refused':
      throw delivery.refusal;
    default:
      return assertNever(delivery);
  }
}

async function recordedReceipt(
  { services, identity }: SignedIn,
  { caseId }: Pick<Submission, 'caseId'>,
): Promise<ApplicationReceipt> {
  const { pool } = services.database;
  const [head, steps] = await Promise.all([caseHead(pool, caseId, scopeOf(identity)), openSteps(pool, [caseId])]);
  if (head === null) throw new LianbanError('NO_SUCH_CASE', { caseId });
  const { ending, openedAt, opening } = head;
  const standing = { ending, steps: steps.get(caseId) ?? [], openedAt, receivedOn: opening.receivedOn };
  const asOf = await presently(pool, head.province);
  const answer = applicationAnswer(readerOf(head.procedure, head.edition), standing, asOf);
  return { state: 'recorded', caseId, caseNumber: head.number, answer };
}
