import { separationRules } from '@lianban/domain/separation';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../elements/CardTable.tsx';
import { Mark } from '../../elements/Mark.tsx';
import { Section } from '../../elements/Section.tsx';
import { useText } from '../../locales/index.ts';

/** The rules by which parts of a case may not be in one hand, with their sources. */
export function SeparationTable(): ReactNode {
  const { t } = useTranslation('admin');
  const text = useText();
  const heads = [t('rule'), t('separationWords'), t('mark'), t('basis')];
  return (
    <Section title={t('separation')} className="quantities">
      <CardTable className="quantity-table" caption={t('separation')} heads={heads}>
        {separationRules.map(({ key, title, words, mark, basis }) => (
          <tr key={key} role="row">
            <th role="rowheader" scope="row">
              {text(title)}
              <code className="second-line">{key}</code>
            </th>
            <td role="cell" data-label={t('separationWords')}>
              {text(words)}
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
