import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What is typed into the page. */
export interface Typed {
  readonly user: string;
  readonly password: string;
  readonly code: string;
}

/** The page as it is opened. */
export const nothingTyped: Typed = { user: '', password: '', code: '' };

interface FieldsProps {
  readonly typed: Typed;
  readonly setTyped: (typed: Typed) => void;
  /** The code is asked for; account and password are known. */
  readonly isCode: boolean;
  readonly isMissing: boolean;
}

/** The fields of the step, and under them that something is missing. */
export function SignInFields({ typed, setTyped, isCode, isMissing }: FieldsProps): ReactNode {
  const { t } = useTranslation('sign-in');
  const missing = useId();
  const field = (name: keyof Typed, attributes: InputHTMLAttributes<HTMLInputElement>): ReactNode => (
    <label className="field" key={name}>
      <span>{t(name)}</span>
      <input
        className="input"
        autoCapitalize="none"
        spellCheck={false}
        required
        aria-describedby={isMissing ? missing : undefined}
        value={typed[name]}
        onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        {...attributes}
      />
    </label>
  );
  return (
    <>
      {!isCode && field('user', { name: 'username', autoComplete: 'username' })}
      {!isCode && field('password', { name: 'password', type: 'password', autoComplete: 'current-password' })}
      {isCode && field('code', { name: 'code', autoComplete: 'one-time-code', autoFocus: true })}
      {isMissing && (
        <p id={missing} className="error-text sign-in-missing" role="alert">
          {t(isCode ? 'codeMissing' : 'missing')}
        </p>
      )}
    </>
  );
}
