import type { inferOutput } from '@trpc/tanstack-react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActingName } from '../acting-name.ts';
import type { trpc } from '../../app/api.ts';
import { useLanguage } from '../../locales/index.ts';
import { shortDay } from '../dates.ts';
import { LightSign } from '../Light.tsx';
import './urge.css';

/** What was sent for a duty, and from when the reader may urge it. */
export type TrailView = inferOutput<typeof trpc.supervise.overdue>['rows'][number]['trail'];
/** A card of the ladder. */
export type CardView = Omit<TrailView['cards'][number], 'sentOn'>;

/** What a card is called: 提醒, 黄牌, 橙牌, 红牌, 红牌 3. */
export function useCardWords(): (card: Pick<CardView, 'rung' | 'number'>) => string {
  const { t } = useTranslation('elements');
  return ({ rung, number }) => (number > 1 ? t('cardAgain', { card: t(`card_${rung}`), number }) : t(`card_${rung}`));
}

function Card({ card, today }: { readonly card: TrailView['cards'][number]; readonly today: string }): ReactNode {
  const { t } = useTranslation('elements');
  const { language } = useLanguage();
  const words = useCardWords();
  const day = shortDay(card.on, language, today);
  const late = card.sentOn > card.on ? t('cardSentLater', { day: shortDay(card.sentOn, language, today) }) : undefined;
  return (
    <li className={`trail-card trail-${card.rung}`} title={late}>
      {card.rung !== 'reminder' && <LightSign light={card.rung} />}
      {words(card)} <time dateTime={card.on}>{day}</time>
      {late && <span className="visually-hidden">{late}</span>}
    </li>
  );
}

/** The cards that were sent, oldest first; of many red ones the first and the latest. */
export function Trail({ trail, today }: { readonly trail: TrailView; readonly today: string }): ReactNode {
  const { t } = useTranslation('elements');
  const latest = trail.cards.at(-1);
  const shown = trail.cards.filter((card) => card.rung !== 'reminder' && (card.number === 1 || card === latest));
  if (shown.length === 0) return null;
  return (
    <ul className="trail" aria-label={t('trail')}>
      {shown.map((card) => (
        <Card key={`${card.rung} ${card.number}`} card={card} today={today} />
      ))}
    </ul>
  );
}

/** How often somebody was urged, by whom and when last. */
export function Urges({ trail, today }: { readonly trail: TrailView; readonly today: string }): ReactNode {
  const { t } = useTranslation('elements');
  const { language } = useLanguage();
  const nameOf = useActingName();
  const last = trail.urges.at(-1);
  if (!last) return <span className="urges urges-none">{t('notUrged')}</span>;
  return (
    <span className="urges">
      {t('urged', { count: trail.urges.length })}
      <span className="second-line">
        {t('urgedLast', { by: nameOf(last.by, last.standingInFor), day: shortDay(last.on, language, today) })}
      </span>
    </span>
  );
}
