import { quantities } from '@lianban/domain/quantities';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../elements/CardTable.tsx';
import { Mark } from '../../elements/Mark.tsx';
import { Section } from '../../elements/Section.tsx';
import { useText } from '../../locales/index.ts';

/** Numbers of the rule table that are no limits: team sizes, grades. */
export function QuantityTable(): ReactNode {
  const { t } = useTranslation('admin');
  const text = useText();
  const heads = [t('rule'), t('quantity'), t('fewer'), t('mark'), t('basis')];
  return (
    <Section title={t('quantities')} className="quantities">
      <CardTable className="quantity-table" caption={t('quantities')} heads={heads}>
        {quantities.map(({ key, title, amount, unit, fewer, mark, basis }) => (
          <tr key={key} role="row">
            <th role="rowheader" scope="row">
              {text(title)}
              <code className="second-line">{key}</code>
            </th>
            <td role="cell" data-label={t('quantity')}>
              {t('atLeast', { amount, unit: text(unit) })}
            </td>
            <td role="cell" data-label={t('fewer')}>
              {fewer ? text(fewer) : t('noPolicy')}
            </td>
            <td role="cell" data-label={t('mark')}>
              <Mark mark={mark} />
            </td>
            <td role="cell" data-label={t('basis')}>
              {text(basis)}
            </td>
          </tr>
        ))}
      </CardTable>
    </Section>
  );
}
