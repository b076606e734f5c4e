import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWithWeekday, shortDay } from '../../elements/dates.ts';
import { FileLink } from '../../elements/files/FileLink.tsx';
import { Section } from '../../elements/Section.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import type { CasePageView } from './views.ts';
import './request.css';

type RequestView = NonNullable<CasePageView['request']>;
type Rung = RequestView['chain'][number];

const heights = ['unit', 'office', 'deputy', 'meeting'] as const;

/** One place where the request was: who had it, from when to when, what was done there and why. */
function RungOfChain({ rung, today }: { readonly rung: Rung; readonly today: string }): ReactNode {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const text = useText();
  const [since, until] = [rung.since, rung.until].map((day) => (day === null ? null : shortDay(day, language, today)));
  const isNow = rung.until === null;
  return (
    <li
      className={isNow ? 'request-rung request-rung-now' : 'request-rung'}
      data-height={heights.indexOf(rung.level)}
      aria-current={isNow ? 'step' : undefined}
    >
      <span className="request-level">{text(rung.levelTitle)}</span>
      <strong>{[text(rung.unit), rung.person].filter(Boolean).join(' · ')}</strong>
      <span className="second-line">
        {until === null || until === undefined ? t('requestSince', { since }) : t('requestDays', { since, until })}
      </span>
      {rung.act && <span>{text(rung.act)}</span>}
      {rung.reasons && <span className="request-reasons">{rung.reasons}</span>}
    </li>
  );
}

/** What was written to systems outside, with the receipt. */
function Sent({ request, today }: { readonly request: RequestView; readonly today: string }): ReactNode {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const text = useText();
  if (request.sent.length === 0) return null;
  return (
    <ul className="case-list">
      {request.sent.map((message) => (
        <li key={`${message.to.zh} ${message.what.zh} ${message.on}`}>
          <span>
            {text(message.to)} · {text(message.what)}
            <span className="second-line">{dayWithWeekday(message.on, language, today)}</span>
          </span>
          <span className="case-note">
            {message.receipt === null ? t('requestUnsent') : t('requestReceipt', { number: message.receipt })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Files that came with the request; that they are closed is said whether there are any or not. */
function Files({ page, files }: { readonly page: CasePageView; readonly files: RequestView['files'] }): ReactNode {
  const { t } = useTranslation('case');
  if (!page.opensFiles) return <p className="case-note">{t('requestFilesClosed')}</p>;
  if (files.length === 0) return null;
  return (
    <ul className="request-files" aria-label={t('requestFiles')}>
      {files.map((file) => (
        <li key={file.attachmentId}>
          <FileLink file={file} />
        </li>
      ))}
    </ul>
  );
}

/** 诉求与转办链: what is asked, and the rungs that it has climbed. */
export function Request({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { request, today } = page;
  if (request === null) return null;
  const { district, category, source, enterprise, sensitive, mergedInto } = request;
  const facts = [text(district), enterprise, text(category), text(source), sensitive ? t('requestSensitive') : null];
  return (
    <Section title={t('request')} note={facts.filter(Boolean).join(' · ')} className="request">
      <p className="request-subject">{request.subject}</p>
      <p className="request-text">{request.text}</p>
      <Files page={page} files={request.files} />
      {mergedInto && (
        <p>
          {t('requestMerged')}{' '}
          <Link to="/cases/$caseId" params={{ caseId: mergedInto.caseId }} className="link">
            {mergedInto.caseNumber}
          </Link>
        </p>
      )}
      <ol className="request-chain" aria-label={t('requestChain')}>
        {request.chain.map((rung, at) => (
          <RungOfChain key={`${at} ${rung.level}`} rung={rung} today={today} />
        ))}
      </ol>
      <Sent request={request} today={today} />
    </Section>
  );
}
