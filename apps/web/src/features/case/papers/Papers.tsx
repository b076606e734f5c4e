import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../elements/Button.tsx';
import { FileLink } from '../../../elements/files/FileLink.tsx';
import { dayWithWeekday, shortDay } from '../../../elements/dates.ts';
import { Section } from '../../../elements/Section.tsx';
import { useLanguage, useText } from '../../../locales/index.ts';
import type { CasePageView } from '../views.ts';
import '../../../elements/mark.css';
import './papers.css';

type Shown = { readonly page: CasePageView; readonly onPaper: (id: string) => void };

const shownAtFirst = 6;

/** The latest documents first; the rest on request. On paper all of them stand. */
function Documents({ page, onPaper }: Shown): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { language } = useLanguage();
  const [all, setAll] = useState(false);
  const { documents } = page;
  const newest = [...documents].reverse();
  const more = documents.length > shownAtFirst;
  return (
    <Section
      title={t('documents')}
      aside={
        more && (
          <Button look="text" small className="case-aside" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('fewer') : t('allOf', { count: documents.length })}
          </Button>
        )
      }
    >
      {documents.length === 0 && <p className="case-note case-empty">{t('noDocuments')}</p>}
      <ul className="case-list">
        {newest.map(({ id, title, number, on, isRetracted }, index) => (
          <li key={id} className={!all && index >= shownAtFirst ? 'papers-folded' : undefined}>
            <span>
              <button type="button" className="papers-open" onClick={() => onPaper(id)}>
                {text(title)}
              </button>
              {isRetracted && <span className="mark papers-retracted">{t('takenBack')}</span>}
              {number && <span className="second-line">{number}</span>}
            </span>
            <time dateTime={on} className="case-note">
              {shortDay(on, language, page.today)}
            </time>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Materials({ materials, opensFiles }: Pick<CasePageView, 'materials' | 'opensFiles'>): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  if (materials.length === 0) return null;
  return (
    <Section title={t('materials')}>
      <ul className="case-list">
        {materials.map(({ key, title, need, note, atWindow, files }) => (
          <li key={key}>
            <span>
              {text(title)}
              {atWindow && <span className="second-line">{t('atWindow')}</span>}
              {note && <span className="second-line">{note}</span>}
              {files.map((file) => (
                <span key={file.attachmentId} className="papers-file">
                  <FileLink file={file} />
                </span>
              ))}
            </span>
            <span className="case-note">{t(`need_${need}`)}</span>
          </li>
        ))}
      </ul>
      {!opensFiles && <p className="case-note">{t('filesClosed')}</p>}
    </Section>
  );
}

function Licence({ licence, today }: Pick<CasePageView, 'licence' | 'today'>): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { language } = useLanguage();
  if (!licence) return null;
  const { number, title, state, validFrom, validTo } = licence;
  const day = (on: string): string => dayWithWeekday(on, language, today);
  return (
    <Section
      title={t('licence')}
      aside={<span className={`papers-state papers-${state}`}>{t(`licence_${state}`)}</span>}
    >
      <p className="papers-licence">
        <strong>{number}</strong>
        <span className="second-line">{text(title)}</span>
        <span className="second-line">{t('valid', { from: day(validFrom), to: day(validTo) })}</span>
      </p>
    </Section>
  );
}

/** Licence, documents and materials of the case. */
export const Papers = ({ page, onPaper }: Shown): ReactNode => (
  <>
    <Licence licence={page.licence} today={page.today} />
    <Documents page={page} onPaper={onPaper} />
    <Materials materials={page.materials} opensFiles={page.opensFiles} />
  </>
);
