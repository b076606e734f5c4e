import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../elements/CardTable.tsx';
import { useItemTitle } from '../../elements/item-title.ts';
import { useLimitWords } from '../../elements/limit-words.ts';
import { Mark } from '../../elements/Mark.tsx';
import { useText } from '../../locales/index.ts';
import type { StepRow } from './views.ts';

function Limit({ step }: { readonly step: StepRow }): ReactNode {
  const { t } = useTranslation('procedures');
  const text = useText();
  const words = useLimitWords();
  const itemTitle = useItemTitle();
  const { by, clock, rows, optional } = step.limit;
  if (step.kind === 'right') return t('right');
  if (by === 'none') return t('noLimit');
  if (by === 'given') return t('given');
  return (
    <ul className="plain">
      {rows.map(({ item, limit, mark, basis }) => (
        <li key={item ?? ''}>
          {item === null ? clock && t('clockOf', { clock: text(clock) }) : `${itemTitle(item)} `}
          <strong>{words(limit)}</strong> <Mark mark={mark} />
          <span className="second-line">{text(basis)}</span>
        </li>
      ))}
      {optional && <li className="second-line">{t('optional')}</li>}
    </ul>
  );
}

type Sequel = StepRow['buttons'][number]['follows'][number];

function useFollows(): (follows: readonly Sequel[]) => string {
  const { t } = useTranslation('procedures');
  const text = useText();
  return (follows) => {
    const places = (joined: boolean): string =>
      follows
        .filter((one) => one.joined === joined)
        .map(({ title }) => text(title))
        .join(t('comma'));
    const late = places(true);
    const parts = [places(false), late === '' ? '' : t('joined', { places: late })].filter((part) => part !== '');
    return parts.length === 0 ? t('nothingFollows') : parts.join(t('semicolon'));
  };
}

function Buttons({ buttons }: { readonly buttons: StepRow['buttons'] }): ReactNode {
  const { t } = useTranslation('procedures');
  const text = useText();
  const followsWords = useFollows();
  return (
    <ul className="plain steps-buttons">
      {buttons.map(({ code, title, lapsed, documents, follows }) => (
        <li key={code}>
          {lapsed && <em>{t('silence')}</em>}
          {lapsed ? text(title) : <strong>{text(title)}</strong>} {t('follows', { places: followsWords(follows) })}
          {documents.length > 0 && <span className="second-line">{documents.map(text).join(t('comma'))}</span>}
        </li>
      ))}
    </ul>
  );
}

function Row({ step, isHere }: { readonly step: StepRow; readonly isHere: boolean }): ReactNode {
  const { t } = useTranslation('procedures');
  const text = useText();
  const { owner, notBy } = step;
  return (
    <tr role="row" className={isHere ? 'steps-here' : ''}>
      <th role="rowheader" scope="row">
        {text(step.title)}
        {isHere && <span className="steps-here-word">{t('here')}</span>}
      </th>
      <td role="cell" data-label={t('owner')}>
        <span>
          {text(owner.title)}
          <span className="second-line">{text(owner.unit)}</span>
          {notBy.length > 0 && (
            <span className="second-line">{t('notBy', { steps: notBy.map(text).join(t('comma')) })}</span>
          )}
        </span>
      </td>
      <td role="cell" data-label={t('limit')}>
        <Limit step={step} />
      </td>
      <td role="cell" data-label={t('whenPasses')}>
        <span>{step.kind === 'right' ? '——' : step.consequence ? text(step.consequence) : t(step.policy)}</span>
      </td>
      <td role="cell" data-label={t('buttons')}>
        <Buttons buttons={step.buttons} />
      </td>
      <td role="cell" data-label={t('basis')}>
        <span>{step.basis.map(text).join(t('semicolon'))}</span>
      </td>
    </tr>
  );
}

/** The steps of a chapter with owner, limit and its mark, what silence does, buttons with papers and sequel, and basis. */
export function StepTable(props: {
  readonly title: string;
  readonly steps: readonly StepRow[];
  readonly here: ReadonlySet<string>;
}): ReactNode {
  const { t } = useTranslation('procedures');
  const heads = [t('step'), t('owner'), t('limit'), t('whenPasses'), t('buttons'), t('basis')];
  return (
    <CardTable className="steps-table" caption={t('tableCaption', { title: props.title })} heads={heads}>
      {props.steps.map((step) => (
        <Row key={step.step} step={step} isHere={props.here.has(step.step)} />
      ))}
    </CardTable>
  );
}
