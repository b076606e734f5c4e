import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Button } from '../../elements/Button.tsx';
import { dayWithWeekday } from '../../elements/dates.ts';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useLanguage } from '../../locales/index.ts';
import { ProposalForm } from './ProposalForm.tsx';
import type { InForce } from './views.ts';

interface Closure {
  readonly on: string;
  readonly name: string;
}

/** A day and what it is closed for, added to the list under it. */
function AddClosure({
  taken,
  onAdd,
}: {
  readonly taken: ReadonlySet<string>;
  readonly onAdd: (closure: Closure) => void;
}): ReactNode {
  const { t } = useTranslation('calendar');
  const [on, setOn] = useState('');
  const [name, setName] = useState('');
  const known = taken.has(on);
  const unavailable = on === '' || name.trim() === '' || known;
  const add = (): void => {
    onAdd({ on, name: name.trim() });
    setOn('');
  };
  return (
    <fieldset className="calendar-add">
      <legend>{t('addClosure')}</legend>
      <label className="field">
        <span>{t('day')}</span>
        <input
          type="date"
          className="input"
          max="2100-12-31"
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t('closedFor')}</span>
        <input
          className="input"
          maxLength={40}
          placeholder={t('closedForExample')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button unavailable={unavailable} onClick={add}>
        {t('add')}
      </Button>
      {known && <p className="error-text">{t('alreadyClosed')}</p>}
    </fieldset>
  );
}

function Added({
  added,
  onRemove,
}: {
  readonly added: readonly Closure[];
  readonly onRemove: (on: string) => void;
}): ReactNode {
  const { t } = useTranslation('calendar');
  const { language } = useLanguage();
  return (
    <ul className="calendar-closures">
      {added.map(({ on, name }) => (
        <li key={on}>
          {dayWithWeekday(on, language)} {name}{' '}
          <Button
            look="text"
            small
            aria-label={t('takeOut', { day: dayWithWeekday(on, language) })}
            onClick={() => onRemove(on)}
          >
            {t('delete')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Standing(props: {
  readonly closures: InForce['closures'];
  readonly removed: ReadonlySet<string>;
  readonly onToggle: (on: string) => void;
}): ReactNode {
  const { t } = useTranslation('calendar');
  const { language } = useLanguage();
  if (props.closures.length === 0) return null;
  return (
    <fieldset className="calendar-add">
      <legend>{t('openAgain')}</legend>
      {props.closures.map(({ on, name }) => (
        <label key={on} className="calendar-check">
          <input type="checkbox" checked={props.removed.has(on)} onChange={() => props.onToggle(on)} />{' '}
          {dayWithWeekday(on, language)} {name}
        </label>
      ))}
    </fieldset>
  );
}

function Form({ inForce }: { readonly inForce: InForce }): ReactNode {
  const { t } = useTranslation('calendar');
  const [added, setAdded] = useState<readonly Closure[]>([]);
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const change = { kind: 'closures' as const, add: [...added], remove: [...removed] };
  const isEmpty = added.length + removed.size === 0;
  const toggle = (on: string): void =>
    setRemoved((before) => new Set([...before, on].filter((day) => day !== on || !before.has(on))));
  const taken = new Set([...inForce.closures, ...added].map(({ on }) => on));
  return (
    <ProposalForm change={isEmpty ? null : change} missing={t('closuresNotYet')}>
      <AddClosure taken={taken} onAdd={(closure) => setAdded([...added, closure])} />
      <Added added={added} onRemove={(on) => setAdded(added.filter((closure) => closure.on !== on))} />
      <Standing closures={inForce.closures} removed={removed} onToggle={toggle} />
    </ProposalForm>
  );
}

/** Days on which the offices of the province are closed, or open again. */
export function ClosuresForm(): ReactNode {
  const { data, error, isPending, refetch } = useQuery(trpc.revision.inForce.queryOptions());
  if (isPending) return <Loading rows={4} />;
  return data ? <Form inForce={data} /> : <ErrorState error={error} onRetry={() => void refetch()} />;
}
