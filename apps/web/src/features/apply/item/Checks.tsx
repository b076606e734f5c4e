import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/session.tsx';
import { dayRange, dayWithWeekday } from '../../../elements/dates.ts';
import { Section } from '../../../elements/Section.tsx';
import { useLanguage, useText } from '../../../locales/index.ts';
import { checksOf, type Check } from '../eligibility.ts';
import { useRouteName } from '../route-name.ts';
import type { EligibilityView, ItemView } from '../views.ts';

/** What a check looked at and found, in one sentence. */
function useFinding(item: ItemView, eligibility: EligibilityView): (check: Check) => string {
  const { t } = useTranslation('apply');
  const { language } = useLanguage();
  const { today } = useMe();
  const nameOf = useRouteName();
  return ({ subject, result }) => {
    if (item.ownProcedure && subject === 'catalogue') return t('catalogueOwn', { procedure: nameOf(item, 'ordinary') });
    if (item.ownProcedure && subject === 'credit') return t(result === 'passed' ? 'clearOwn' : 'barredOwn');
    if (subject === 'catalogue') return t(result === 'passed' ? 'cataloguePassed' : 'catalogueFailed');
    if (subject === 'credit') return t(eligibility.gate);
    const { window } = eligibility;
    if (!window) return '';
    return t('window', {
      days: dayRange(window.opensOn, window.closesOn, language),
      licence: window.oldLicence,
      expires: dayWithWeekday(window.expiresOn, language, today),
    });
  };
}

const signs = { passed: '✓', later: '?', failed: '✕' } as const;
const titles = { catalogue: 'catalogue', window: 'windowTitle', credit: 'credit' } as const;
const results = { passed: 'passed', later: 'resultLater', failed: 'failed' } as const;

/** The checks made before anything is filled in, each with its result in words; then the API's reasons, one sentence each. */
export function Checks({
  item,
  eligibility,
}: {
  readonly item: ItemView;
  readonly eligibility: EligibilityView;
}): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  const { today } = useMe();
  const finding = useFinding(item, eligibility);
  return (
    <Section title={t('checks')}>
      <ul className="apply-checks">
        {checksOf(item, eligibility, today).map((check) => (
          <li key={check.subject}>
            <strong>{t(titles[check.subject])}</strong>
            <span className={`apply-check apply-check-${check.result}`}>
              <span aria-hidden="true">{signs[check.result]}</span> {t(results[check.result])}
            </span>
            <span className="second-line">{finding(check)}</span>
          </li>
        ))}
      </ul>
      {eligibility.reasons.length > 0 && (
        <ul className="apply-reasons" aria-label={t('reasons')}>
          {eligibility.reasons.map((reason) => (
            <li key={reason.zh}>{text(reason)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
