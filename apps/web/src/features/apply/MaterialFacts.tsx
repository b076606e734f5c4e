import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useText } from '../../locales/index.ts';
import type { ItemView } from './views.ts';

type Materials = ItemView['materials'];
type Need = Materials[number]['need'];

const needs = ['required', 'later', 'waived'] as const satisfies readonly Need[];

/** Required now, may follow, or not asked for because the bureau gets it itself. */
export function NeedTag({ need }: { readonly need: Need }): ReactNode {
  const { t } = useTranslation('apply');
  return <span className={`apply-need apply-need-${need}`}>{t(need)}</span>;
}

const named = 3;

/** Materials by need, each group in one line; of a long one the first are named and all are counted. */
export function MaterialSummary({ materials }: { readonly materials: Materials }): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  const { language } = useLanguage();
  const comma = language === 'en' ? '; ' : '、';
  return (
    <ul className="apply-material-lines">
      {needs
        .map((need) => ({ need, titles: materials.filter((material) => material.need === need) }))
        .filter(({ titles }) => titles.length > 0)
        .map(({ need, titles }) => (
          <li key={need}>
            <NeedTag need={need} />{' '}
            {titles
              .slice(0, named)
              .map(({ title }) => text(title))
              .join(comma)}
            {titles.length > named && t('andOthers', { count: titles.length })}
          </li>
        ))}
    </ul>
  );
}

/** Materials one per line, with what each need means. */
export function MaterialList({ materials }: { readonly materials: Materials }): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  return (
    <ul className="apply-lines">
      {materials.map(({ key, title, need, curable }) => (
        <li key={key}>
          <span>{text(title)}</span>
          <NeedTag need={need} />
          {curable && <span className="second-line">{t('curableMeans')}</span>}
          {need !== 'required' && (
            <span className="second-line">{t(need === 'later' ? 'laterMeans' : 'waivedMeans')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
