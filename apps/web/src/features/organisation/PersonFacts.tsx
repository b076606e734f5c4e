import { pools } from '@lianban/domain/organisation';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { fullInstant } from '../../elements/dates.ts';
import { HappenedAt } from '../../elements/HappenedAt.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import type { PersonFile } from './views.ts';
import { useDays } from './words.ts';

/** Account, its state, the last sign-in, and what the person has taken. */
export function PersonFacts({ file }: { readonly file: PersonFile }): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const days = useDays();
  const { language } = useLanguage();
  const { today } = useMe();
  const { user, disabledAt, signedInAt, passwordUntil, identities, taken } = file;
  return (
    <dl className="organisation-facts">
      <dt>{t('user')}</dt>
      <dd>{user === null ? t('noAccount') : <code>{user}</code>}</dd>
      <dt>{t('state')}</dt>
      <dd>{disabledAt === null ? t('active') : t('disabledSince', { at: fullInstant(disabledAt, language) })}</dd>
      <dt>{t('signedIn')}</dt>
      <dd>{signedInAt === null ? t('neverSignedIn') : <HappenedAt at={signedInAt} today={today} />}</dd>
      {passwordUntil !== null && (
        <>
          <dt>{t('oneTimePassword')}</dt>
          <dd>{t('validUntil', { at: fullInstant(passwordUntil, language) })}</dd>
        </>
      )}
      {identities.map(({ issuer, subject }) => (
        <div key={issuer}>
          <dt>{t('identity')}</dt>
          <dd>
            <code className="organisation-subject">{subject}</code>
          </dd>
        </div>
      ))}
      <dt>{t('taken')}</dt>
      <dd>{t('duties', { count: taken })}</dd>
      {file.pools.map((member) => (
        <div key={`${member.pool} ${member.since}`}>
          <dt>{text(pools[member.pool])}</dt>
          <dd>{days(member)}</dd>
        </div>
      ))}
    </dl>
  );
}
