import { roles } from '@lianban/domain/role';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Section } from '../../elements/Section.tsx';
import { useText } from '../../locales/index.ts';

/** Open duties that nobody could do today, by place; nothing while there are none. */
export function Unowned(): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const { data } = useQuery(trpc.organisation.unowned.queryOptions());
  if (!data || data.length === 0) return null;
  return (
    <Section title={t('unowned')} className="organisation-unowned">
      <ul>
        {data.map(({ unitId, unit, role, duties, because, cases }) => (
          <li key={`${unitId} ${role}`}>
            {t(because, { unit: text(unit), role: text(roles[role]), count: duties })}
            <span className="second-line">{cases.join(t('comma'))}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
