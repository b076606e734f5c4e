import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { client, lianbanError, trpc } from '../../../app/api.ts';
import { attemptFor, isUndecided, type Attempt } from '../../../elements/attempt.ts';
import { rowKey, type InboxRow } from '../groups.ts';
import { partsOf, refusedAs, unsettled, type Progress } from './batch.ts';

/** A case of the batch with what is written for it and what has become of it. */
export interface BatchItem {
  readonly row: InboxRow;
  readonly text: string;
  readonly progress: Progress;
}

/** The button, and the field that its text goes to; null when it asks for none. */
export interface BatchAct {
  readonly outcome: string;
  readonly field: string | null;
}

/** What was written for each row, kept while the panel is closed and opened again. */
export type Drafts = Map<string, string>;

/** A batch that is being written and sent. */
export interface Batch {
  readonly items: readonly BatchItem[];
  readonly sending: boolean;
  readonly write: (key: string, text: string) => void;
  /** Writes the text for every case that is not done. */
  readonly writeAll: (text: string) => void;
  readonly send: (act: BatchAct) => Promise<void>;
}

type Receipt = Awaited<ReturnType<typeof client.duty.answerBatch.mutate>>[number];

function progressOf({ done, refused }: Receipt): Progress {
  if (refused !== null) return refusedAs(refused.code, refused.detail);
  return { state: done?.state === 'recording' ? 'recording' : 'done' };
}

/** Sends the cases of one part; what became of each, in their order. A failure of the whole is one of each. */
async function sent(
  outcome: string,
  items: Parameters<typeof client.duty.answerBatch.mutate>[0]['items'],
): Promise<readonly Progress[]> {
  try {
    return (await client.duty.answerBatch.mutate({ outcome, items })).map(progressOf);
  } catch (failure) {
    const { code, detail } = lianbanError(failure) ?? { code: 'INTERNAL' as const, detail: {} };
    return items.map(() => refusedAs(code, detail));
  }
}

/** The request for one case: the same as before while button and text are. */
function requestOf({ row, text }: BatchItem, { outcome, field }: BatchAct, attempts: Map<string, Attempt>) {
  const written = text.trim();
  const form = field === null || written === '' ? {} : { [field]: written };
  const before = attempts.get(rowKey(row)) ?? null;
  const attempt = attemptFor(before, { outcome, form }, () => crypto.randomUUID());
  attempts.set(rowKey(row), attempt);
  return { caseId: row.caseId, duty: row.duty, form, requestId: attempt.requestId };
}

/** Sends what is not done, some at a time; what is sent again unchanged is the same request, so nothing is done twice. */
export function useBatch(rows: readonly InboxRow[], drafts: Drafts): Batch {
  const queries = useQueryClient();
  const attempts = useRef(new Map<string, Attempt>());
  const [sending, setSending] = useState(false);
  const [items, setItems] = useState<readonly BatchItem[]>(() =>
    rows.map((row) => ({ row, text: drafts.get(rowKey(row)) ?? '', progress: { state: 'waiting' } })),
  );
  const change = (news: (item: BatchItem) => Partial<BatchItem>): void =>
    setItems((before) => before.map((item) => ({ ...item, ...news(item) })));
  const write = (text: string, isMeant: (item: BatchItem) => boolean): void => {
    for (const item of items) if (isMeant(item)) drafts.set(rowKey(item.row), text);
    change((item) => (isMeant(item) ? { text } : {}));
  };

  const sendPart = async (part: readonly BatchItem[], act: BatchAct): Promise<void> => {
    const keys = part.map(({ row }) => rowKey(row));
    const under = new Map<string, Progress>(keys.map((key) => [key, { state: 'sending' }]));
    change(({ row, progress }) => ({ progress: under.get(rowKey(row)) ?? progress }));
    const became = await sent(
      act.outcome,
      part.map((item) => requestOf(item, act, attempts.current)),
    );
    const now = new Map(keys.map((key, at) => [key, became[at] ?? { state: 'waiting' as const }]));
    // What was refused for good is another request when it is tried again; of what is not known, the same.
    for (const [key, progress] of now)
      if (progress.state === 'refused' && !isUndecided(progress.code)) attempts.current.delete(key);
    change(({ row, progress }) => ({ progress: now.get(rowKey(row)) ?? progress }));
  };

  const send = async (act: BatchAct): Promise<void> => {
    if (sending) return;
    setSending(true);
    for (const part of partsOf(unsettled(items))) await sendPart(part, act);
    setSending(false);
    await queries.invalidateQueries({ queryKey: trpc.duty.pathKey() });
  };
  return {
    items,
    sending,
    write: (key, text) => write(text, ({ row }) => rowKey(row) === key),
    writeAll: (text) => write(text, (item) => unsettled([item]).length > 0),
    send,
  };
}
