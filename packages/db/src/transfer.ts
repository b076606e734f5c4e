import { LianbanError } from '@lianban/domain/error';
import type { Item } from '@lianban/domain/item';
import type { Role } from '@lianban/domain/role';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import { curableIn, type AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Pool, PoolClient } from 'pg';
import { copyAttachments } from './attachments/of-case.ts';
import { withFiles } from './opening.ts';
import type { TakenMessage } from './outbox.ts';
import { selectFirst } from './queryable.ts';
import { momentOfReceipt } from './arrival.ts';
import { receiveOpening } from './receive-opening.ts';
import type { FormValues, Receipt } from './submission.ts';

/**
 * Receives the application of a case once more under the procedure in which it goes on, and marks the message done. The
 * new case counts as received today, by the applicant of the old one; item and form stay, the limits are today's. What a ruling on
 * a remedy has done again is the application of the case that was contested.
 * Repeatable. @throws LianbanError NO_SUCH_CASE when the old case is not in the record.
 */
export function receiveTransfer(pool: Pool, { id, payload }: TakenMessage, procedure: AnyProcedure): Promise<Receipt> {
  const { caseId, requestId, conversion } = payload;
  return receiveOpening(pool, {
    ...{ requestId, caseId, content: payload, procedure, messageId: id },
    start: async (client) => {
      const { item, form, enterpriseId, contested, definition, ...by } = await applicationOf(client, conversion.caseId);
      const moment = await momentOfReceipt(pool, client, item.province);
      const attachments = await copyAttachments(client, contested ?? conversion.caseId, caseId);
      const facts = withFiles({ convertedFrom: conversion, ...curableIn(procedure, definition) }, attachments);
      return { moment, item, enterpriseId, by, form, facts };
    },
  });
}

interface OldApplication {
  readonly item: Opening['item'];
  readonly form: FormValues;
  readonly enterpriseId: string;
  readonly personId: string;
  readonly postId: string;
  readonly role: Role;
  /** The case whose application it is, where a remedy against it leads here. */
  readonly contested: string | null;
  /** The item in its edition. */
  readonly definition: Item;
}

async function applicationOf(client: PoolClient, caseId: string): Promise<OldApplication> {
  const row = await selectFirst<OldApplication>(client, {
    text: `SELECT a.payload -> 'item' AS item, a.form, a.filing ->> 'enterpriseId' AS "enterpriseId", a.person_id AS "personId", a.post_id AS "postId",
        a.role, i.definition, s.payload #>> '{contests,caseId}' AS contested
      FROM submission s JOIN submission a ON a.case_id = coalesce((s.payload #>> '{contests,caseId}')::uuid, s.case_id) AND a.kind = 'open' AND a.state = 'recorded'
      JOIN item i ON i.code = a.filing ->> 'item' AND i.province = a.filing ->> 'province' AND i.edition = a.filing ->> 'itemEdition'
      WHERE s.case_id = $1 AND s.kind = 'open' AND s.state = 'recorded'`,
    values: [caseId],
  });
  if (row === undefined) throw new LianbanError('NO_SUCH_CASE', { caseId });
  return row;
}
