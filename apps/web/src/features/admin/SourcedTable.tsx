import type { Mark as Source } from '@lianban/domain/limit';
import type { Text } from '@lianban/domain/text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../elements/CardTable.tsx';
import { Mark } from '../../elements/Mark.tsx';
import { Section } from '../../elements/Section.tsx';
import { useText } from '../../locales/index.ts';
import { RuleName } from './RuleName.tsx';

/** What every rule says of itself: its name, and where it comes from. */
interface Sourced {
  readonly key: string;
  readonly title: Text;
  readonly mark: Source;
  readonly basis: Text;
}

interface Column<Row> {
  readonly head: string;
  readonly words: (row: Row) => string;
}

/** Rules that are no limits: each by its name, with what the columns say of it and where it comes from. */
export function SourcedTable<Row extends Sourced>(props: {
  readonly title: string;
  readonly rules: readonly Row[];
  readonly columns: readonly Column<Row>[];
}): ReactNode {
  const { t } = useTranslation('admin');
  const text = useText();
  const { title, rules, columns } = props;
  const heads = [t('rule'), ...columns.map(({ head }) => head), t('mark'), t('basis')];
  return (
    <Section title={title} className="quantities">
      <CardTable className="quantity-table" caption={title} heads={heads}>
        {rules.map((rule) => (
          <tr key={rule.key} role="row">
            <RuleName rule={rule} />
            {columns.map(({ head, words }) => (
              <td key={head} role="cell" data-label={head}>
                {words(rule)}
              </td>
            ))}
            <td role="cell" data-label={t('mark')}>
              <Mark mark={rule.mark} />
            </td>
            <td role="cell" data-label={t('basis')}>
              {text(rule.basis)}
            </td>
          </tr>
        ))}
      </CardTable>
    </Section>
  );
}
