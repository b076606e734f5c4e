import { civilDateOf, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Item } from '@lianban/domain/item';
import type { Province } from '@lianban/domain/province';
import { termsFor } from '@lianban/domain/rules';
import type { Opening, SignedCommitment } from '@lianban/workflows/vocabulary/opening';
import { ruleKeysOf, type AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import type { Filing } from './commit/standing.ts';
import type { CreditGate, Gate } from './credit-gate.ts';
import { draftSubmitted } from './drafts.ts';
import { eligibilityOf, type Question } from './eligibility.ts';
import { itemOn } from './items.ts';
import { holdCalendar, lockCase } from './locks.ts';
import type { Queryable } from './queryable.ts';
import { allRules } from './rules.ts';
import { keepApplication, momentOfReceipt, receiptOf, type FormValues, type Receipt } from './submission.ts';
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
}

/**
 * Receives an application and freezes what its case starts from: the item and the rules of the day, the answer of the
 * credit gate, the day of receipt. A repeated request gives the receipt of the first one, whatever has changed since.
 * @throws LianbanError UNKNOWN_ITEM, OUTSIDE_WINDOW with obstacle and window in its detail, REQUEST_REUSED, NO_SUCH_DRAFT
 * when another request has submitted the draft.
 */
export function receiveApplication(pool: Pool, application: Application, creditGate?: CreditGate): Promise<Receipt> {
  const { requestId, caseId, by, form, draftId, enterpriseId } = application;
  return inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const content = contentOf(application);
    const before = await receiptOf(client, requestId, content);
    if (before !== null) return before;
    const moment = await momentOfReceipt(pool, client, application.province);
    const item = await itemOn(client, civilDateOf(moment.at), application);
    const question = { item, enterpriseId, on: civilDateOf(moment.at) };
    const gate = await admit(pool, question, { db: client, ...(creditGate === undefined ? {} : { creditGate }) });
    const opening = await openingOn(client, question, { application, gate, receivedOn: moment.receivedOn });
    const filing = filingOf(application.procedure, opening.item, enterpriseId);
    const receipt = await keepApplication(
      client,
      { requestId, caseId, by, filing, opening, form },
      { moment, content },
    );
    // Last, so that a repeated request is told what became of the first one and another request for the draft is refused.
    if (draftId !== null && receipt.result === 'new') await draftSubmitted(client, draftId, enterpriseId);
    return receipt;
  });
}

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
): Promise<Gate> {
  const { gate, obstacle, window } = await eligibilityOf(pool, question, means);
  if (obstacle !== null) throw new LianbanError('OUTSIDE_WINDOW', { obstacle, ...window });
  return gate;
}

async function openingOn(
  client: PoolClient,
  { item, on }: Question,
  {
    application,
    gate,
    receivedOn,
  }: { readonly application: Application; readonly gate: Gate; readonly receivedOn: CivilDate },
): Promise<Opening> {
  const terms = await termsOn(client, { item, on, procedure: application.procedure });
  return { item: frozenItem(item), terms, receivedOn, gate, commitment: application.commitment, convertedFrom: null };
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
}: Item): Opening['item'] => ({
  code,
  province,
  edition,
  field,
  kind,
  verification,
  laterConditions,
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
