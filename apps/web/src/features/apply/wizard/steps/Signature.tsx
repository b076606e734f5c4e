import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../../app/session.tsx';
import { Button } from '../../../../elements/Button.tsx';
import type { NoticeView } from '../../views.ts';
import { isSigned } from '../draft-content.ts';
import { useFieldError } from '../field-error.ts';
import type { WizardState } from '../wizard-state.ts';
import { LineField } from './LineField.tsx';

/** Signs the commitment against the notice shown; a signature may be taken back until the application is submitted. */
export function Signature({ state, notice }: { readonly state: WizardState; readonly notice: NoticeView }): ReactNode {
  const { t } = useTranslation('apply');
  const me = useMe();
  const { draft, sign } = state.open;
  const [name, setName] = useState(draft.content.signature?.name ?? me.person.name);
  const [empty, setEmpty] = useState(false);
  const missing = useFieldError(state)('signature');
  if (isSigned(draft))
    return (
      <div className="wizard-sign-box" role="status">
        <p>
          <strong>{t('signedNow', { name: draft.content.signature?.name ?? '' })}</strong>{' '}
          <span className="second-line">{t('signedUnder', { version: notice.version })}</span>
        </p>
        <Button onClick={() => sign(null)}>{t('takeBack')}</Button>
      </div>
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setEmpty(name.trim() === '');
    if (name.trim() !== '') sign({ noticeVersion: notice.version, name: name.trim() });
  };
  return (
    <form className="wizard-sign-box" onSubmit={submit} noValidate>
      <LineField
        id="signature"
        label={t('signatureName')}
        hint={t('signatureHint')}
        value={name}
        error={empty ? t('signatureEmpty') : missing}
        input={{ maxLength: 60, autoComplete: 'off', required: true }}
        onValue={setName}
      />
      <Button look="solid" type="submit">
        {t('sign')}
      </Button>
    </form>
  );
}
