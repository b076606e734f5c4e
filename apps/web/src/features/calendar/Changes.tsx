import { shifts } from '@lianban/domain/revision';
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, trpc } from '../../app/api.ts';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { Section } from '../../elements/Section.tsx';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useText } from '../../locales/index.ts';
import { ChangesTable } from './ChangesTable.tsx';
import { saveFile } from '../../elements/save-file.ts';
import type { RevisionPageView, Shift } from './views.ts';

/** Which of the changes are looked at. */
interface Asked {
  readonly shift: Shift | null;
  /** Empty for every unit, `none` for what no unit owes. */
  readonly unit: string;
  readonly search: string;
}

type Groups = RevisionPageView['groups'];

const countOf = (groups: Groups, shift: Shift | null): number =>
  groups.filter((group) => shift === null || group.shift === shift).reduce((sum, { count }) => sum + count, 0);

/** Shifts as filters with their counts. */
function Shifts(props: {
  readonly groups: Groups;
  readonly chosen: Shift | null;
  readonly onChoose: (shift: Shift | null) => void;
}): ReactNode {
  const { t } = useTranslation('calendar');
  const present = shifts.filter((shift) => countOf(props.groups, shift) > 0);
  return (
    <div className="chips" role="group" aria-label={t('byShift')}>
      {[null, ...present].map((shift) => (
        <button
          key={shift ?? 'all'}
          type="button"
          className="chip"
          aria-current={shift === props.chosen ? 'true' : undefined}
          onClick={() => props.onChoose(shift)}
        >
          {t(shift === null ? 'allShifts' : `shift_${shift}`)} {countOf(props.groups, shift)}
        </button>
      ))}
    </div>
  );
}

function Units(props: {
  readonly groups: Groups;
  readonly chosen: string;
  readonly onChoose: (unit: string) => void;
}): ReactNode {
  const { t } = useTranslation('calendar');
  const text = useText();
  const units = new Map(props.groups.map(({ unitId, unit }) => [unitId ?? 'none', unit]));
  return (
    <label className="calendar-unit">
      <span>{t('unit')}</span>
      <select className="input" value={props.chosen} onChange={(event) => props.onChoose(event.target.value)}>
        <option value="">{t('everyUnit')}</option>
        {[...units].map(([id, unit]) => (
          <option key={id} value={id}>
            {unit ? text(unit) : t('noUnit')}
          </option>
        ))}
      </select>
    </label>
  );
}

function Export({ revisionId }: { readonly revisionId: string }): ReactNode {
  const { t } = useTranslation('calendar');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => client.revision.file.mutate({ revisionId }),
    onSuccess: ({ name, content }) => saveFile(name, content),
  });
  return (
    <>
      <Button small onClick={() => mutate()} aria-busy={isPending}>
        {t('export')}
      </Button>
      <ErrorText error={error} />
    </>
  );
}

const useChanges = (revisionId: string, { shift, unit, search }: Asked) =>
  useInfiniteQuery(
    trpc.revision.changes.infiniteQueryOptions(
      {
        revisionId,
        ...(shift === null ? {} : { shift }),
        ...(unit === '' ? {} : { unitId: unit === 'none' ? null : unit }),
        ...(search.trim() === '' ? {} : { search: search.trim() }),
      },
      { getNextPageParam: ({ next }) => next, placeholderData: keepPreviousData },
    ),
  );

function Rows({ list, today }: { readonly list: ReturnType<typeof useChanges>; readonly today: string }): ReactNode {
  const { t } = useTranslation(['calendar', 'elements']);
  if (list.isPending) return <Loading rows={8} />;
  if (!list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <Empty sentence={t('noneFound')} />;
  return (
    <>
      <ChangesTable rows={rows} today={today} />
      {list.hasNextPage && (
        <p className="calendar-acts">
          <span>{t('shown', { count: rows.length })}</span>
          <Button onClick={() => void list.fetchNextPage()} aria-busy={list.isFetchingNextPage}>
            {t('elements:showMore')}
          </Button>
        </p>
      )}
    </>
  );
}

/** Every limit of the province that a revision changes: grouped, searchable, as a file. */
export function Changes({ revision }: { readonly revision: RevisionPageView }): ReactNode {
  const { t } = useTranslation('calendar');
  const [asked, setAsked] = useState<Asked>({ shift: null, unit: '', search: '' });
  const list = useChanges(revision.id, useDeferredValue(asked));
  const { groups, today } = revision;
  if (groups.length === 0)
    return (
      <Section title={t('changes')}>
        <Empty sentence={t('noChanges')} />
      </Section>
    );
  return (
    <Section title={t('changes')} aside={<Export revisionId={revision.id} />}>
      <div className="calendar-asked">
        <Shifts groups={groups} chosen={asked.shift} onChoose={(shift) => setAsked({ ...asked, shift })} />
        <Units groups={groups} chosen={asked.unit} onChoose={(unit) => setAsked({ ...asked, unit })} />
        <input
          type="search"
          className="input calendar-search"
          aria-label={t('searchLabel')}
          placeholder={t('searchLabel')}
          maxLength={100}
          value={asked.search}
          onChange={(event) => setAsked({ ...asked, search: event.target.value })}
        />
      </div>
      <Rows list={list} today={today} />
    </Section>
  );
}
