import { roles, type Role } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError, queryClient, trpc } from '../../app/api.ts';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { useText } from '../../locales/index.ts';
import { FieldRow, type Field, type Values } from './fields.tsx';

/** Places whose duties would be nobody's, as the refusal names them. */
function useLeft(error: unknown): string | null {
  const { t } = useTranslation('organisation');
  const text = useText();
  const shown = lianbanError(error);
  if (shown?.code !== 'LEFT_WITHOUT_OWNER') return null;
  const { unit, role, duties } = shown.detail as { unit: Text; role: Role; duties: number }; // as the refusal is written
  return t('left', { unit: text(unit), role: text(roles[role]), count: duties });
}

function startOf<Name extends string>(fields: readonly Field<Name>[]): Values<Name> {
  const entries = fields.map(({ name, initial = '' }) => [name, initial]);
  return Object.fromEntries(entries) as Values<Name>; // one entry per field
}

/** An act of administration: its fields, the button, the refusal in words, and the way past one that only asks to be sure. */
export function ActForm<Name extends string, Result>(props: {
  readonly fields: readonly Field<Name>[];
  readonly submit: string;
  readonly look?: 'solid' | 'danger';
  readonly note?: string;
  readonly send: (values: Values<Name>, confirmed: boolean) => Promise<Result>;
  readonly onDone: (result: Result) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useTranslation('organisation');
  const { fields, submit, look = 'solid', note, send, onDone, onLeave } = props;
  const [values, setValues] = useState(() => startOf(fields));
  const [isTried, setTried] = useState(false);
  const act = useMutation({
    mutationFn: (confirmed: boolean) => send(values, confirmed),
    onSuccess: (result) => {
      void queryClient.invalidateQueries(trpc.organisation.pathFilter());
      onDone(result);
    },
  });
  const left = useLeft(act.error);
  const asked = fields.filter(({ isAsked }) => isAsked?.(values) ?? true);
  const isMissing = asked.some(({ name, optional }) => optional !== true && values[name].trim() === '');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isMissing && !act.isPending) act.mutate(false);
  };
  return (
    <form className="organisation-form" onSubmit={onSubmit} noValidate>
      {note !== undefined && <p className="organisation-note">{note}</p>}
      {asked.map((field) => (
        <FieldRow
          key={field.name}
          field={field}
          value={values[field.name]}
          onChange={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
      {isTried && isMissing && (
        <p className="error-text" role="alert">
          {t('missing')}
        </p>
      )}
      <ErrorText error={act.error} />
      {left !== null && <p className="error-text">{left}</p>}
      <p className="organisation-acts">
        <Button type="submit" look={look} aria-busy={act.isPending}>
          {submit}
        </Button>
        {left !== null && (
          <Button look="danger" onClick={() => act.mutate(true)}>
            {t('allTheSame')}
          </Button>
        )}
        <Button onClick={onLeave}>{t('leave')}</Button>
      </p>
    </form>
  );
}
