import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fullDay } from '../../../elements/dates.ts';
import { useLanguage, useText } from '../../../locales/index.ts';
import type { DocumentView } from '../views.ts';

/** A document as text: title, number and day above its lines. */
export function PaperText({
  document,
  titleId,
}: {
  readonly document: DocumentView;
  readonly titleId?: string;
}): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { language } = useLanguage();
  const { title, number, on, lines } = document;
  return (
    <>
      <h2 id={titleId}>{text(title)}</h2>
      <p className="papers-number">{[number ?? t('noNumber'), fullDay(on, language)].join(' · ')}</p>
      {lines.map((line, index) => (
        <p key={index} className="papers-line">
          {text(line)}
        </p>
      ))}
    </>
  );
}
