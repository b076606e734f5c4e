import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { CardTable } from '../../elements/CardTable.tsx';
import '../../elements/mark.css';
import { useText } from '../../locales/index.ts';
import { useDays, type Delegation, type PostChoice } from './views.ts';

/** What can be done about an absence in this list. */
export interface Acts {
  readonly onEnd?: ((delegation: Delegation) => void) | undefined;
  /** Only where one stands in oneself. */
  readonly onUse?: (postId: string) => void;
}

function Someone({ who }: { readonly who: PostChoice }): ReactNode {
  const text = useText();
  return (
    <span>
      {who.name}
      <span className="second-line">{[text(who.place), text(who.roleTitle)].join(' · ')}</span>
    </span>
  );
}

function useStateWords(): (delegation: Delegation) => string {
  const { t } = useTranslation('stand-in');
  return ({ state, ended }) => {
    if (ended === null) return t(state);
    const { because, by, reason } = ended;
    if (because === 'postGone') return t('postGone');
    if (by === null || reason === null) return t('deputyGone');
    return t(because === 'ended' ? 'endedBy' : 'deputyGoneBy', { by, reason });
  };
}

function Row({ delegation, acts }: { readonly delegation: Delegation; readonly acts: Acts }): ReactNode {
  const { t } = useTranslation('stand-in');
  const text = useText();
  const days = useDays();
  const stateOf = useStateWords();
  const { principal, deputy, matter, reason, givenBy, state } = delegation;
  const { onEnd, onUse } = acts;
  const name = principal.name;
  return (
    <tr role="row" className={state === 'over' ? 'stand-in-over' : undefined}>
      <th role="rowheader" scope="row" data-label={t('principal')}>
        <Someone who={principal} />
      </th>
      <td role="cell" data-label={t('deputy')}>
        {deputy ? <Someone who={deputy} /> : t('noDeputy')}
      </td>
      <td role="cell" data-label={t('matter')}>
        {matter ? text(matter) : t('wholePost')}
      </td>
      <td role="cell" data-label={t('days')}>
        <span>
          {days(delegation)}
          <span className="second-line">
            {reason} · {givenBy === null ? t('goesOn') : t('givenBy', { by: givenBy })}
          </span>
        </span>
      </td>
      <td role="cell" data-label={t('state')}>
        {stateOf(delegation)}
      </td>
      <td role="cell">
        {state !== 'over' && (
          <span className="stand-in-acts">
            {onUse && state === 'underWay' && (
              <Button small onClick={() => onUse(principal.postId)} aria-label={t('useOf', { name })}>
                {t('use')}
              </Button>
            )}
            {onEnd && (
              <Button small onClick={() => onEnd(delegation)} aria-label={t('endOf', { name })}>
                {t('end')}
              </Button>
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Absences: who, by whom, for what, from when to when, and what can be done. */
export function DelegationTable(props: {
  readonly caption: string;
  readonly rows: readonly Delegation[];
  readonly acts: Acts;
}): ReactNode {
  const { t } = useTranslation('stand-in');
  const heads = [t('principal'), t('deputy'), t('matter'), t('days'), t('state'), t('act')];
  return (
    <CardTable className="stand-in-table" caption={props.caption} heads={heads}>
      {props.rows.map((delegation) => (
        <Row key={delegation.id} delegation={delegation} acts={props.acts} />
      ))}
    </CardTable>
  );
}
