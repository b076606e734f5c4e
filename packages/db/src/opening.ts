import { civilDateOf, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Item } from '@lianban/domain/item';
import type { Province } from '@lianban/domain/province';
import { termsFor } from '@lianban/domain/rules';
import type { AttachedFile, Opening, SignedCommitment } from '@lianban/workflows/vocabulary/opening';
import { curableIn, ruleKeysOf, type AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import type { Filing } from './commit/standing.ts';
import type { CreditGate } from './credit-gate.ts';
import { submitAttachments } from './attachments/of-case.ts';
import { draftSubmitted, holdDraft } from './drafts.ts';
import { eligibilityOf, type Eligibility, type Question } from './eligibility.ts';
import { itemOn } from './items.ts';
import { holdCalendar, lockCase } from './locks.ts';
import type { Queryable } from './queryable.ts';
import { allRules } from './rules.ts';
import { momentOfReceipt } from './arrival.ts';
import { keepApplication, receiptOf, type FormValues, type Receipt } from './submission.ts';
import { inTransaction } from './transaction.ts';

/** An application as its applicant sends it off. */
export interface Application {
  readonly requestId: string;
  /** Id of the case that it opens; of a repeated request the first one counts. */
  readonly caseId: string;
  readonly by: Actor;
  readonly enterpriseId: string;
  readonly item: string;
  readonly province: Province;
  /** The procedure of the chosen route, in its current edition. */
  readonly procedure: AnyProcedure;
  readonly commitment: SignedCommitment | null;
  readonly form: FormValues;
  /** Submitted in the same transaction; one draft makes one application. */
  readonly draftId: string | null;
  /** Files of the draft with which the application was found complete. */
  readonly attachmentIds?: readonly string[];
}

/**
 * Receives an application and freezes what its case starts from: the item and the rules of the day, the answer of the
 * credit gate, the day of receipt. A repeated request gives the receipt of the first one, whatever has changed since.
 * @throws LianbanError UNKNOWN_ITEM, OUTSIDE_WINDOW with obstacle and window in its detail, REQUEST_REUSED, NO_SUCH_DRAFT
 * when another request has submitted the draft, FILES_CHANGED.
 */
export function receiveApplication(pool: Pool, application: Application, creditGate?: CreditGate): Promise<Receipt> {
  const { requestId, caseId, by, form, draftId, enterpriseId } = application;
  return inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const content = contentOf(application);
    // Before the receipt is looked for: whoever waits for the draft because of this very request also finds the request.
    const isOpen = draftId === null || (await holdDraft(client, draftId, enterpriseId)) !== null;
    const before = await receiptOf(client, requestId, content);
    if (before !== null) return before;
    if (!isOpen) throw new LianbanError('NO_SUCH_DRAFT', { draftId });
    const moment = await momentOfReceipt(pool, client, application.province);
    const item = await itemOn(client, civilDateOf(moment.at), application);
    const question = { item, enterpriseId, on: civilDateOf(moment.at) };
    const eligible = await admit(pool, question, { db: client, ...(creditGate === undefined ? {} : { creditGate }) });
    const opening = await openingOn(client, question, { application, eligible, receivedOn: moment.receivedOn });
    const attachments = await filesOf(client, application);
    const filing = filingOf(application.procedure, opening.item, enterpriseId);
    const receipt = await keepApplication(
      client,
      { requestId, caseId, by, filing, opening: withFiles(opening, attachments), form },
      { moment, content },
    );
    if (draftId !== null && receipt.result === 'new') await draftSubmitted(client, draftId, enterpriseId);
    return receipt;
  });
}

const filesOf = (
  client: PoolClient,
  { draftId, caseId, attachmentIds: examined = [] }: Application,
): Promise<readonly AttachedFile[]> =>
  draftId === null ? Promise.resolve([]) : submitAttachments(client, { draftId, caseId, examined });

/** The opening with its files, for the ledger to name. */
export const withFiles = <T extends Partial<Opening>>(opening: T, attachments: readonly AttachedFile[]): T =>
  attachments.length === 0 ? opening : { ...opening, attachments };

/** What the applicant sent, without the ids that the service chose. */
const contentOf = ({ by, enterpriseId, item, province, procedure, commitment, form }: Application): unknown => ({
  kind: 'open',
  personId: by.personId,
  enterpriseId,
  item,
  province,
  procedure: procedure.id,
  commitment,
  form,
});

async function admit(
  pool: Pool,
  question: Question,
  means: { readonly db: Queryable; readonly creditGate?: CreditGate },
): Promise<Eligibility> {
  const eligible = await eligibilityOf(pool, question, means);
  const { obstacle, window } = eligible;
  if (obstacle !== null) throw new LianbanError('OUTSIDE_WINDOW', { obstacle, ...window });
  return eligible;
}

async function openingOn(
  client: PoolClient,
  { item, on }: Question,
  {
    application,
    eligible: { gate, window },
    receivedOn,
  }: { readonly application: Application; readonly eligible: Eligibility; readonly receivedOn: CivilDate },
): Promise<Opening> {
  const terms = await termsOn(client, { item, on, procedure: application.procedure });
  const { commitment } = application;
  return {
    ...{ item: frozenItem(item), terms, receivedOn, gate, commitment, convertedFrom: null },
    ...curableIn(application.procedure, item),
    // Without a decision by then it counts as renewed (许可法50).
    ...(item.kind === 'renewal' && window !== null ? { licenceEndsOn: window.expiresOn } : {}),
  };
}

/** The limits that a case under this procedure takes from the rule table of the day. */
export async function termsOn(
  db: Queryable,
  {
    item,
    on,
    procedure,
  }: { readonly item: Pick<Item, 'code' | 'province'>; readonly on: CivilDate; readonly procedure: AnyProcedure },
): Promise<Opening['terms']> {
  return termsFor({
    keys: ruleKeysOf(procedure),
    province: item.province,
    item: item.code,
    on,
    rules: await allRules(db),
  });
}

/** What a case keeps of its item for good. */
export const frozenItem = ({
  code,
  province,
  edition,
  field,
  kind,
  verification,
  laterConditions,
  course,
}: Item): Opening['item'] => ({
  code,
  province,
  edition,
  field,
  kind,
  verification,
  laterConditions,
  ...(course === undefined ? {} : { course }),
});

/** What a case is filed under. */
export const filingOf = (
  { id, edition, series }: AnyProcedure,
  item: Opening['item'],
  enterpriseId: string,
): Filing => ({
  procedure: id,
  edition,
  series,
  item: item.code,
  itemEdition: item.edition,
  province: item.province,
  enterpriseId,
});
