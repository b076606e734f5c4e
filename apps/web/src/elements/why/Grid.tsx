import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDay } from '../dates.ts';
import { useLanguage, useText } from '../../locales/index.ts';
import type { DayCell, DayCount } from './counting.ts';
import { weeksOf } from './panel.ts';
import type { WhyView } from './views.ts';

interface Shown {
  readonly count: DayCount;
  readonly why: WhyView;
  readonly last: string | null;
  readonly today: string;
}

/** What stands under the number of the day: festival, the start, the span in its first cell. */
function useNote({ why, count }: Shown): (cell: DayCell) => string {
  const { t } = useTranslation('why');
  const text = useText();
  const firstOf = new Map<number, string>();
  for (const { span, on } of count.cells) if (span !== null && !firstOf.has(span)) firstOf.set(span, on);
  return (cell) => {
    if (cell.part === 'start') return t('startDay');
    if (cell.span !== null && firstOf.get(cell.span) === cell.on) return text(why.spans[cell.span]?.title);
    return cell.kind === 'holiday' ? text(cell.name) : '';
  };
}

/** The day in words for a reader who does not see the ground of the cell. */
function useSpoken(): (cell: DayCell, isLast: boolean) => string {
  const { t } = useTranslation('why');
  return (cell, isLast) => {
    const words = [
      cell.part === 'counted' && cell.number !== null ? t(`spoken_${cell.unit ?? 'day'}`, { n: cell.number }) : '',
      cell.part === 'counted' && cell.number === null ? t('spokenRuns') : '',
      cell.part === 'rest' ? t('spokenRest') : '',
      cell.part === 'excluded' ? t('spokenExcluded') : '',
      cell.part === 'rolled' ? t('spokenRolled') : '',
      cell.kind === 'makeup' ? t('spokenMakeup') : '',
      isLast ? t('spokenLast') : '',
    ];
    return words.filter(Boolean).join(t('comma'));
  };
}

function Day({ cell, shown }: { readonly cell: DayCell; readonly shown: Shown }): ReactNode {
  const { t } = useTranslation('why');
  const { language } = useLanguage();
  const note = useNote(shown)(cell);
  const isLast = cell.on === shown.last;
  const spoken = useSpoken()(cell, isLast);
  const isRest = cell.kind === 'weekend' || cell.kind === 'holiday';
  const classes = ['why-day', `why-${cell.part}`, isRest ? 'why-rest-ground' : '', isLast ? 'why-last' : ''];
  const number = cell.number === null ? '' : cell.unit === 'month' ? t('monthMark', { n: cell.number }) : cell.number;
  return (
    <td className={classes.filter(Boolean).join(' ')}>
      <span className="why-date">
        {cell.on.endsWith('-01') ? shortDay(cell.on, language) : Number(cell.on.slice(8))}
        {cell.kind === 'makeup' && <abbr title={t('spokenMakeup')}>{t('makeupMark')}</abbr>}
        {cell.on === shown.today && <span className="why-today">{t('today')}</span>}
      </span>
      <span className="why-under">
        {note && <span className="why-note">{note}</span>}
        {number !== '' && <b aria-hidden="true">{number}</b>}
      </span>
      {spoken && <span className="visually-hidden">{spoken}</span>}
    </td>
  );
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Name of the month of a day. */
function Month({ month }: { readonly month: string }): ReactNode {
  const { t } = useTranslation('why');
  const number = months.find((known) => known === Number(month.slice(5, 7)));
  return number && t(`month_${number}`);
}

/** Unbroken weeks, Monday first: start, numbered days, rest days, spans left out, the last day ringed. */
export function Grid(shown: Shown): ReactNode {
  const { t } = useTranslation('why');
  return (
    <table className="why-grid">
      <caption className="visually-hidden">{t('gridCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('month')}</span>
          </th>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`weekday_${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(shown.count.cells).map(({ month, days }) => (
          <tr key={days[0]?.on}>
            <th scope="row">
              <span className={month ? undefined : 'visually-hidden'}>
                <Month month={days[0]?.on ?? ''} />
              </span>
            </th>
            {days.map((cell) => (
              <Day key={cell.on} cell={cell} shown={shown} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
