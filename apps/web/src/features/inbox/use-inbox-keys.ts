import { useNavigate } from '@tanstack/react-router';
import { useKeys } from '../../app/keyboard.ts';
import { rowKey, type InboxRow } from './groups.ts';
import type { Inbox } from './use-inbox.ts';
import type { QuickActs } from './use-quick-acts.ts';
import type { Rows } from './use-rows.ts';

const focusRow = (key: string): void => {
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
  row?.querySelector('a')?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
};

/** j and k move, o opens, x ticks, a claims the current row where it is free. At the last row, j reads the next page. */
export function useInboxKeys(parts: {
  readonly list: readonly InboxRow[];
  readonly rows: Rows;
  readonly inbox: Inbox;
  readonly acts: QuickActs;
}): void {
  const { list, rows, inbox, acts } = parts;
  const navigate = useNavigate();
  const current = list.find((row) => rowKey(row) === rows.current);
  const step = (by: 1 | -1) => (): boolean => {
    const next = rows.step(by);
    if (!next) return false;
    focusRow(next.key);
    if (next.index === list.length - 1 && inbox.hasNextPage && !inbox.isFetchingNextPage) void inbox.fetchNextPage();
    return true;
  };
  useKeys({
    j: step(1),
    k: step(-1),
    o: () => {
      if (!current) return false;
      void navigate({ to: '/cases/$caseId', params: { caseId: current.caseId }, search: { duty: current.duty } });
      return true;
    },
    x: () => {
      if (!current) return false;
      rows.tick(rowKey(current));
      return true;
    },
    a: () => {
      if (current?.holder !== 'pool') return false;
      acts.run('claim', [current]);
      return true;
    },
  });
}
