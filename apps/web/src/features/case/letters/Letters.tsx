import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDay, dayWithWeekday, shortDay, timeOfDay } from '../../../elements/dates.ts';
import { Section } from '../../../elements/Section.tsx';
import { useLanguage, useText } from '../../../locales/index.ts';
import type { CasePageView, LetterView } from '../views.ts';
import { Acknowledgement } from './Acknowledgement.tsx';
import '../../../elements/mark.css';
import './letters.css';

type Shown = { readonly letter: LetterView; readonly today: string };

/** Who wrote to whom: the other side is named, this one is 本局. */
function Between({ letter }: Pick<Shown, 'letter'>): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { direction, from, to, signed } = letter;
  const other = text(direction === 'out' ? to : from);
  return (
    <span className="letters-between">
      {t(direction === 'out' ? 'letterTo' : 'letterFrom', { bureau: other })}
      {signed && <span className="case-note">{`${signed.name} · ${text(signed.unit)}`}</span>}
    </span>
  );
}

/** What the letter says, field by field. */
function Content({ letter, today }: Shown): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { language } = useLanguage();
  const { lines, answerBy, regards } = letter;
  if (lines.length === 0 && regards === null) return null;
  return (
    <dl className="letters-content">
      {regards !== null && (
        <div>
          <dt>{t('letterRegards')}</dt>
          <dd>{regards}</dd>
        </div>
      )}
      {lines.map(({ label, words }) => (
        <div key={label.zh}>
          <dt>{text(label)}</dt>
          <dd>{text(words)}</dd>
        </div>
      ))}
      {answerBy !== null && (
        <div>
          <dt>{t('letterAnswerBy')}</dt>
          <dd>{dayWithWeekday(answerBy, language, today)}</dd>
        </div>
      )}
    </dl>
  );
}

/** Where it is: on its way, held up, receipted by the other side; or received, and what the case made of it. */
function State({ letter, today }: Shown): ReactNode {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const { state, receivedAt, attempts, direction } = letter;
  const when =
    receivedAt === null ? null : `${shortDay(civilDay(receivedAt), language, today)} ${timeOfDay(receivedAt)}`;
  const isTrouble = state === 'heldUp' || (letter.contradicts && letter.acknowledged === null);
  return (
    <p className="letters-state">
      <span className={isTrouble ? 'mark letters-trouble' : 'mark'}>{t(`letterState_${state}`)}</span>
      <span className="case-note">
        {attempts !== null && t('letterAttempts', { count: attempts })}
        {when !== null && t(direction === 'out' ? 'letterReceipt' : 'letterReceived', { when })}
      </span>
    </p>
  );
}

function Letter({ letter, page }: { readonly letter: LetterView; readonly page: CasePageView }): ReactNode {
  const { today } = page;
  const { t } = useTranslation('case');
  const text = useText();
  const { language } = useLanguage();
  const { title, number, on, direction, sm3, secret } = letter;
  return (
    <li className={`letters-one letters-${direction}`}>
      <p className="letters-head">
        <time dateTime={on}>{dayWithWeekday(on, language, today)}</time>
        <strong>{text(title)}</strong>
        <span className="letters-number">{number}</span>
        {secret && <span className="mark">{t('letterSecret')}</span>}
      </p>
      <Between letter={letter} />
      <Content letter={letter} today={today} />
      <State letter={letter} today={today} />
      <Acknowledgement letter={letter} page={page} />
      {sm3 !== null && <p className="letters-digest">{`SM3 ${sm3}`}</p>}
    </li>
  );
}

/** 往来函件: the letters to and from the bureau of the other province, oldest first. Nothing where there are none. */
export function Letters({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const { letters } = page;
  if (letters.length === 0) return null;
  return (
    <Section title={t('letters')} note={t('lettersOf', { count: letters.length })}>
      <ol className="letters">
        {letters.map((letter) => (
          <Letter key={`${letter.direction} ${letter.number}`} letter={letter} page={page} />
        ))}
      </ol>
    </Section>
  );
}

/** On a case that a letter opened: who asks, under which numbers, and by which day. */
export function Asked({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { language } = useLanguage();
  const { asked, today } = page;
  if (!asked) return null;
  const { bureau, number, caseNumber, answerBy, isRecalled } = asked;
  return (
    <p className="letters-asked" role="note">
      {t('askedBy', { bureau: text(bureau), number, caseNumber })}{' '}
      {isRecalled ? (
        <strong>{t('askedRecalled')}</strong>
      ) : (
        answerBy && <strong>{t('askedBefore', { day: dayWithWeekday(answerBy, language, today) })}</strong>
      )}
    </p>
  );
}
