import type { InputHTMLAttributes, ReactNode } from 'react';

/** One line to fill in; its error and hint are tied to it. */
export function LineField(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly input?: Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'maxLength' | 'autoComplete' | 'type' | 'inputMode' | 'required'
  >;
}): ReactNode {
  const { id, label, value, onValue, hint, error, input } = props;
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div className="wizard-field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className="input"
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onValue(event.target.value)}
      />
      {error && (
        <p id={`${id}-error`} className="error-text">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="apply-note">
          {hint}
        </p>
      )}
    </div>
  );
}
