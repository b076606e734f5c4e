import { provinces } from '@lianban/domain/province';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../elements/CardTable.tsx';
import { useMe } from '../../app/session.tsx';
import { shortDay } from '../../elements/dates.ts';
import { useItemTitle } from '../../elements/item-title.ts';
import { useLimitWords } from '../../elements/limit-words.ts';
import { Mark } from '../../elements/Mark.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import type { RuleRow } from './rule-marks.ts';
import { RuleName } from './RuleName.tsx';

function useValidity(): (rule: RuleRow) => string {
  const { t } = useTranslation('admin');
  const { language } = useLanguage();
  const { today } = useMe();
  return ({ effectiveFrom, effectiveTo }) => {
    const from = shortDay(effectiveFrom, language, today);
    return effectiveTo === null
      ? t('validFrom', { from })
      : t('validBetween', { from, to: shortDay(effectiveTo, language, today) });
  };
}

function Rule({ rule }: { readonly rule: RuleRow }): ReactNode {
  const { t } = useTranslation('admin');
  const text = useText();
  const limitWords = useLimitWords();
  const itemTitle = useItemTitle();
  const validity = useValidity();
  return (
    <tr role="row">
      <RuleName rule={rule} />
      <td role="cell" data-label={t('limit')} className="rules-limit">
        {limitWords(rule.limit)}
        {text(rule.starts) && <span className="second-line">{t('starts', { day: text(rule.starts) })}</span>}
        {rule.notCounted && <span className="second-line">{t('notCounted', { what: text(rule.notCounted) })}</span>}
      </td>
      <td role="cell" data-label={t('province')}>
        {rule.province ? text(provinces[rule.province].name) : t('bothProvinces')}
      </td>
      <td role="cell" data-label={t('item')}>
        {rule.item ? itemTitle(rule.item) : t('everyItem')}
      </td>
      <td role="cell" data-label={t('policy')}>
        {rule.policy ? t(rule.policy) : t('noPolicy')}
      </td>
      <td role="cell" data-label={t('mark')}>
        <Mark mark={rule.mark} />
      </td>
      <td role="cell" data-label={t('basis')}>
        {text(rule.basis)}
        <span className="second-line">{validity(rule)}</span>
      </td>
    </tr>
  );
}

/** Rules with what they rest on. On narrow screens each row is a block whose cells carry their heads. */
export function RuleTable({ rules }: { readonly rules: readonly RuleRow[] }): ReactNode {
  const { t } = useTranslation('admin');
  const heads = [t('rule'), t('limit'), t('province'), t('item'), t('policy'), t('mark'), t('basis')];
  return (
    <CardTable className="rules-table" caption={t('rulesCaption')} heads={heads}>
      {rules.map((rule) => (
        <Rule key={[rule.key, rule.province, rule.item, rule.effectiveFrom].join(' ')} rule={rule} />
      ))}
    </CardTable>
  );
}
