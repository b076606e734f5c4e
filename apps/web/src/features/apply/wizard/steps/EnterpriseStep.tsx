import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../../app/session.tsx';
import { dayWithWeekday } from '../../../../elements/dates.ts';
import { useLanguage } from '../../../../locales/index.ts';
import { useFieldError } from '../field-error.ts';
import type { WizardState } from '../wizard-state.ts';
import { LineField } from './LineField.tsx';

/** What the file knows of the enterprise, and the three lines it does not. */
export function EnterpriseStep({ state }: { readonly state: WizardState }): ReactNode {
  const { t } = useTranslation('apply');
  const { language } = useLanguage();
  const { enterprise, today } = useMe();
  const { draft, change } = state.open;
  const { content, eligibility } = draft;
  const errorAt = useFieldError(state);
  return (
    <>
      <dl className="wizard-known">
        <dt>{t('enterpriseName')}</dt>
        <dd>{enterprise?.name}</dd>
        <dt>{t('creditCode')}</dt>
        <dd>{enterprise?.creditCode}</dd>
        {eligibility.window && (
          <>
            <dt>{t('oldLicence')}</dt>
            <dd>
              {t('oldLicenceValue', {
                number: eligibility.window.oldLicence,
                day: dayWithWeekday(eligibility.window.expiresOn, language, today),
              })}
            </dd>
          </>
        )}
      </dl>
      <p className="apply-note">{t('fromFile')}</p>
      <div className="wizard-fields">
        <LineField
          id="contact"
          label={t('contact')}
          value={content.contact ?? ''}
          error={errorAt('contact')}
          input={{ maxLength: 60, autoComplete: 'name', required: true }}
          onValue={(contact) => change({ contact })}
        />
        <LineField
          id="phone"
          label={t('phone')}
          hint={t('phoneHint')}
          value={content.phone ?? ''}
          error={errorAt('phone')}
          input={{ maxLength: 40, autoComplete: 'tel', type: 'tel', required: true }}
          onValue={(phone) => change({ phone })}
        />
        <LineField
          id="premises"
          label={t('premises')}
          hint={t('premisesHint')}
          value={content.premises ?? ''}
          error={errorAt('premises')}
          input={{ maxLength: 200, autoComplete: 'street-address', required: true }}
          onValue={(premises) => change({ premises })}
        />
      </div>
    </>
  );
}
