import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { tidied, wrongIn, type Asked, type Wrong } from './asked.ts';

const fields = ['number', 'lastFour'] as const satisfies readonly (keyof Asked)[];

/** The two entries. What is wrong is said at the entry, and the first wrong one is focused. */
export function TrackingForm(props: {
  readonly start: Asked;
  readonly pending: boolean;
  readonly onAsk: (asked: Asked) => void;
}): ReactNode {
  const { t } = useTranslation('tracking');
  const [entries, setEntries] = useState(props.start);
  const [wrong, setWrong] = useState<Wrong>({});
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const asked = tidied(entries);
    const found = wrongIn(asked);
    setEntries(asked);
    setWrong(found);
    const first = fields.find((field) => found[field]);
    if (first) form.current?.querySelector<HTMLInputElement>(`#track-${first}`)?.focus();
    else if (!props.pending) props.onAsk(asked);
  };
  return (
    <form ref={form} className="track-form" onSubmit={submit} noValidate>
      {fields.map((field) => (
        <div key={field} className={`track-field track-field-${field}`}>
          <label htmlFor={`track-${field}`}>{t(field)}</label>
          <input
            id={`track-${field}`}
            className="input"
            autoComplete="off"
            autoCapitalize={field === 'lastFour' ? 'characters' : 'none'}
            spellCheck={false}
            required
            value={entries[field]}
            aria-invalid={wrong[field] ? true : undefined}
            aria-describedby={wrong[field] ? `track-${field}-error` : `track-${field}-hint`}
            onChange={(event) => setEntries({ ...entries, [field]: event.target.value })}
          />
          {wrong[field] ? (
            <p id={`track-${field}-error`} className="error-text">
              {t(`${field}Wrong`)}
            </p>
          ) : (
            <p id={`track-${field}-hint`} className="track-hint">
              {t(`${field}Hint`)}
            </p>
          )}
        </div>
      ))}
      <Button look="solid" type="submit" aria-busy={props.pending}>
        {t(props.pending ? 'asking' : 'search')}
      </Button>
    </form>
  );
}
