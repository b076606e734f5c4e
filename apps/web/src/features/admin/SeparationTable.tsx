import { separationRules, type SeparationRule } from '@lianban/domain/separation';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/index.ts';
import { SourcedTable } from './SourcedTable.tsx';

/** The rules by which parts of a case may not be in one hand, with their sources. */
export function SeparationTable(): ReactNode {
  const { t } = useTranslation('admin');
  const text = useText();
  const columns = [{ head: t('separationWords'), words: ({ words }: SeparationRule) => text(words) }];
  return <SourcedTable title={t('separation')} rules={separationRules} columns={columns} />;
}
