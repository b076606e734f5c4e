import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/index.ts';
import { ConditionList, LimitList, RouteTag } from '../ItemFacts.tsx';
import { MaterialSummary } from '../MaterialFacts.tsx';
import type { ItemView } from '../views.ts';

/** One item in short: what it gives, for whom, how long, what to hand in; each number says whether it is law. */
export function ItemCard({ item }: { readonly item: ItemView }): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  const address = { to: '/apply', search: { item: item.code, province: item.province } } as const;
  return (
    <li className="apply-card">
      <div className="apply-card-head">
        <h3>
          <Link {...address} className="row-link">
            {text(item.title)}
          </Link>
        </h3>
        <RouteTag item={item} />
      </div>
      <p className="apply-card-summary">{text(item.summary)}</p>
      <dl className="apply-facts">
        <dt>{t('gives')}</dt>
        <dd>{text(item.licenceTitle)}</dd>
        <dt>{t('howLong')}</dt>
        <dd>
          <LimitList limits={item.limits} />
        </dd>
        <dt>{t('toHandIn')}</dt>
        <dd>
          <MaterialSummary materials={item.materials} />
        </dd>
        <dt>{t('who')}</dt>
        <dd>
          <details>
            <summary>{t('conditionCount', { count: item.conditions.length })}</summary>
            <ConditionList conditions={item.conditions} />
          </details>
        </dd>
      </dl>
      <Link {...address} className="button apply-card-act" aria-label={t('checkItem', { item: text(item.title) })}>
        {t('check')}
      </Link>
    </li>
  );
}
