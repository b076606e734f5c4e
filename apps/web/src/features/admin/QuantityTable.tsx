import { quantities, type Quantity } from '@lianban/domain/quantities';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/index.ts';
import { SourcedTable } from './SourcedTable.tsx';

/** Numbers of the rule table that are no limits: team sizes, grades. */
export function QuantityTable(): ReactNode {
  const { t } = useTranslation('admin');
  const text = useText();
  const columns = [
    { head: t('quantity'), words: ({ amount, unit }: Quantity) => t('atLeast', { amount, unit: text(unit) }) },
    { head: t('fewer'), words: ({ fewer }: Quantity) => (fewer ? text(fewer) : t('noPolicy')) },
  ];
  return <SourcedTable title={t('quantities')} rules={quantities} columns={columns} />;
}
