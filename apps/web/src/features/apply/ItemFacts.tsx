import type { ReactNode } from 'react';
import { useLimitWords } from '../../elements/limit-words.ts';
import { Mark } from '../../elements/Mark.tsx';
import { useText } from '../../locales/index.ts';
import { useRouteName } from './route-name.ts';
import type { ItemView } from './views.ts';

/** By commitment, by the procedure of its own that the item takes, or by the ordinary one only. */
export function RouteTag({ item }: { readonly item: Pick<ItemView, 'byCommitment' | 'ownProcedure'> }): ReactNode {
  const nameOf = useRouteName();
  const route = item.byCommitment ? 'commitment' : 'ordinary';
  return (
    <span className={item.byCommitment ? 'apply-tag apply-tag-commitment' : 'apply-tag'}>{nameOf(item, route)}</span>
  );
}

/** Limits with their marks; `withBasis` adds where each number comes from. */
export function LimitList(props: { readonly limits: ItemView['limits']; readonly withBasis?: boolean }): ReactNode {
  const text = useText();
  const words = useLimitWords();
  return (
    <ul className="apply-limits">
      {props.limits.map(({ key, title, limit, mark, basis }) => (
        <li key={key}>
          <span className="apply-limit-title">{text(title)}</span> <strong>{words(limit)}</strong> <Mark mark={mark} />
          {props.withBasis && <span className="second-line">{text(basis)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Who may apply, as the provisions put it. */
export function ConditionList({ conditions }: { readonly conditions: ItemView['conditions'] }): ReactNode {
  const text = useText();
  return (
    <ol className="apply-conditions">
      {conditions.map((condition) => (
        <li key={condition.zh}>{text(condition)}</li>
      ))}
    </ol>
  );
}
