import { provinces } from '@lianban/domain/province';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/index.ts';
import { trpc } from '../api.ts';
import { useMe, type Audience } from '../session.tsx';
import { isFor, navigationItems, type Figure } from './navigation-items.ts';

function useFigure(audience: Audience, figure: Figure | undefined): number | null {
  const inbox = useQuery({
    ...trpc.duty.inbox.queryOptions({ tab: 'mine', limit: 1 }),
    enabled: figure === 'duties' && (audience === 'officer' || audience === 'enterprise'),
  });
  const due = useQuery({ ...trpc.supervise.due.queryOptions(), enabled: figure === 'overdue' });
  if (figure === 'duties') return inbox.data?.counts.mine ?? null;
  return figure === 'overdue' ? (due.data?.totals.red ?? null) : null;
}

/** Entries that stand for the pages under them too. */
const withPages: ReadonlySet<string> = new Set(['/cases', '/procedures', '/apply', '/admin/organisation']);

type Item = (typeof navigationItems)[Audience][number];

function Entry({ item, audience }: { readonly item: Item; readonly audience: Audience }): ReactNode {
  const { t } = useTranslation('frame');
  const figure = useFigure(audience, 'figure' in item ? item.figure : undefined);
  return (
    <li>
      <Link to={item.to} activeOptions={{ exact: !withPages.has(item.to), includeSearch: false }}>
        <span>{t(item.title)}</span>
        {figure !== null && figure > 0 && <span className="navigation-figure">{figure}</span>}
      </Link>
    </li>
  );
}

/** The entries alone, for the left column and for the enterprise's top bar. */
export function NavigationList({ audience }: { readonly audience: Audience }): ReactNode {
  const { post } = useMe();
  return (
    <ul>
      {navigationItems[audience]
        .filter(({ to }) => isFor(post, to))
        .map((item) => (
          <Entry key={item.to} item={item} audience={audience} />
        ))}
    </ul>
  );
}

/** Left navigation of the bureaus; a bar at the foot on narrow screens. */
export function Navigation({ audience }: { readonly audience: Audience }): ReactNode {
  const { t } = useTranslation('frame');
  const text = useText();
  const me = useMe();
  return (
    <nav aria-label={t('navigation')} className="navigation">
      <p className="navigation-head">{t(audience)}</p>
      <NavigationList audience={audience} />
      <p className="navigation-foot">{text(provinces[me.post.province].bureau)}</p>
    </nav>
  );
}
