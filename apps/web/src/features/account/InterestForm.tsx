import { declaredKinds, interestTitles } from '@lianban/domain/interest';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, queryClient, trpc } from '../../app/api.ts';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { useText } from '../../locales/index.ts';

const empty = { enterprise: '', kind: '', since: '', until: '', note: '' };
type Values = typeof empty;
const orNull = (day: string): string | null => (day === '' ? null : day);

/** A line of the form with its label and hint. */
function Line(props: {
  readonly label: string;
  readonly hint?: string;
  readonly children: (hintId: string) => ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <label className="field">
      <span>{props.label}</span>
      {props.children(id)}
      {props.hint !== undefined && (
        <span id={id} className="second-line">
          {props.hint}
        </span>
      )}
    </label>
  );
}

function Fields({
  values,
  set,
}: {
  readonly values: Values;
  readonly set: (changed: Partial<Values>) => void;
}): ReactNode {
  const { t } = useTranslation('account');
  const text = useText();
  const { enterprise, kind, since, until, note } = values;
  return (
    <>
      <Line label={t('enterprise')} hint={t('enterpriseHint')}>
        {(hint) => (
          <input
            className="input"
            value={enterprise}
            maxLength={100}
            required
            autoComplete="off"
            aria-describedby={hint}
            onChange={(event) => set({ enterprise: event.target.value })}
          />
        )}
      </Line>
      <Line label={t('kind')}>
        {() => (
          <select className="input" value={kind} required onChange={(event) => set({ kind: event.target.value })}>
            <option value="">{t('chooseKind')}</option>
            {declaredKinds.map((one) => (
              <option key={one} value={one}>
                {text(interestTitles[one])}
              </option>
            ))}
          </select>
        )}
      </Line>
      <Line label={t('from')} hint={t('notKnown')}>
        {(hint) => (
          <input
            className="input"
            type="date"
            max="2100-12-31"
            value={since}
            aria-describedby={hint}
            onChange={(event) => set({ since: event.target.value })}
          />
        )}
      </Line>
      <Line label={t('to')} hint={t('stillSo')}>
        {(hint) => (
          <input
            className="input"
            type="date"
            max="2100-12-31"
            value={until}
            aria-describedby={hint}
            onChange={(event) => set({ until: event.target.value })}
          />
        )}
      </Line>
      <Line label={t('note')} hint={t('noteHint')}>
        {(hint) => (
          <textarea
            className="input interest-note"
            rows={2}
            maxLength={500}
            value={note}
            required
            aria-describedby={hint}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Line>
    </>
  );
}

/** Declares an interest of one's own. */
export function InterestForm(): ReactNode {
  const { t } = useTranslation('account');
  const [values, setValues] = useState(empty);
  const [isTried, setTried] = useState(false);
  const kind = declaredKinds.find((one) => one === values.kind);
  const declare = useMutation({
    mutationFn: (of: (typeof declaredKinds)[number]) =>
      client.interest.declare.mutate({ ...values, kind: of, since: orNull(values.since), until: orNull(values.until) }),
    onSuccess: () => {
      setValues(empty);
      setTried(false);
      void queryClient.invalidateQueries({ queryKey: trpc.interest.pathKey() });
    },
  });
  const isMissing = kind === undefined || values.enterprise.trim() === '' || values.note.trim() === '';
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isMissing && !declare.isPending) declare.mutate(kind);
  };
  return (
    <form className="interest-form" onSubmit={onSubmit} noValidate>
      <Fields values={values} set={(changed) => setValues({ ...values, ...changed })} />
      {isTried && isMissing && (
        <p className="error-text" role="alert">
          {t('declaredMissing')}
        </p>
      )}
      <ErrorText error={declare.error} />
      <p role="status" className="told">
        {declare.isSuccess && t('declared')}
      </p>
      <Button type="submit" aria-busy={declare.isPending}>
        {t('declare')}
      </Button>
    </form>
  );
}
