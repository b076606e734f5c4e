import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { EmptyInbox } from './EmptyInbox.tsx';
import { Foot } from './Foot.tsx';
import { groupRows, rowKey } from './groups.ts';
import { InboxTable } from './InboxTable.tsx';
import { totalOf } from './standing.ts';
import { SteadyRows } from './SteadyRows.tsx';
import type { Inbox, Looked } from './use-inbox.ts';
import { useInboxKeys } from './use-inbox-keys.ts';
import { useQuickActs } from './use-quick-acts.ts';
import { useRows } from './use-rows.ts';

/** The rows of one tab and filter with everything that can be done to them. */
export function InboxList({ looked, inbox }: { readonly looked: Looked; readonly inbox: Inbox }): ReactNode {
  const { t } = useTranslation('inbox');
  const pages = inbox.isPlaceholderData ? undefined : inbox.data?.pages;
  const page = pages?.[0];
  const groups =
    page && pages
      ? groupRows(
          pages.flatMap(({ rows }) => rows),
          page.today,
        )
      : [];
  const list = groups.flatMap(({ rows }) => rows);
  const rows = useRows(list.map(rowKey));
  const acts = useQuickActs();
  useInboxKeys({ list, rows, inbox, acts });
  if (inbox.error && !page) return <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} />;
  if (!page) return <Loading rows={10} />;
  const ticked = list.filter((row) => rows.ticked.includes(rowKey(row)));
  return (
    <>
      <SteadyRows>
        {list.length > 0 ? (
          <InboxTable
            caption={t('caption', { tab: t(looked.tab) })}
            groups={groups}
            page={page}
            rows={rows}
            onAct={acts.run}
          />
        ) : (
          <EmptyInbox looked={looked} page={page} />
        )}
      </SteadyRows>
      <Foot
        tab={looked.tab}
        today={page.today}
        inbox={inbox}
        shown={list.length}
        total={Math.max(list.length, totalOf(page.counts, looked.tab, looked.filter))}
        ticked={ticked}
        acts={acts}
        onClear={() => rows.tickAll(false)}
      />
    </>
  );
}
