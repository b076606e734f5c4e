import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type ChangeEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { useText } from '../../locales/index.ts';
import { Days } from './Days.tsx';
import { ProposalForm } from './ProposalForm.tsx';
import type { Reading } from './views.ts';

/** What is wrong with the file, line by line. */
function Problems({ problems }: { readonly problems: Extract<Reading, { kind: 'refused' }>['problems'] }): ReactNode {
  const { t } = useTranslation('calendar');
  const text = useText();
  return (
    <div role="alert" className="calendar-problems">
      <p>
        <strong>{t('problems', { count: problems.length })}</strong>
      </p>
      <ul>
        {problems.map((problem, at) => (
          <li key={at}>
            {problem.line === null ? t('wholeFile') : t('line', { line: problem.line })} {text(problem.text)}{' '}
            <code>{problem.field}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Read({ reading }: { readonly reading: Reading }): ReactNode {
  const { t } = useTranslation('calendar');
  const text = useText();
  if (reading.kind === 'refused') return <Problems problems={reading.problems} />;
  const { year, source, rest, work } = reading.year;
  return (
    <div role="status">
      <p>
        <strong>{t('fileRead', { year, rest: rest.length, work: work.length })}</strong> {text(source)}
      </p>
      <Days rest={rest} work={work} />
    </div>
  );
}

/** A year from a file or from the clipboard, read as it is typed; every mistake is named by its line. */
export function YearFileForm(): ReactNode {
  const { t } = useTranslation('calendar');
  const [content, setContent] = useState('');
  const asked = useDeferredValue(content);
  const reading = useQuery({
    queryKey: ['calendar file', asked],
    queryFn: () => client.revision.read.mutate({ content: asked }),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const ready =
    content.trim() !== '' && reading.data?.kind === 'read' && !reading.isPlaceholderData && asked === content;
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    void target.files?.[0]?.text().then(setContent);
  };
  return (
    <ProposalForm change={ready ? { kind: 'calendarYear', content } : null} missing={t('previewNotYet')}>
      <label className="field">
        <span>{t('chooseFile')}</span>
        <input type="file" accept=".csv,.json,text/csv,application/json" onChange={choose} />
      </label>
      <label className="field">
        <span>{t('content')}</span>
        <textarea
          className="input calendar-content"
          rows={12}
          maxLength={100_000}
          spellCheck={false}
          placeholder={t('fileExample')}
          value={content}
          onChange={(event) => setContent(event.target.value)}
        />
      </label>
      <p className="second-line">{t('formatHint')}</p>
      {content.trim() !== '' && reading.data && <Read reading={reading.data} />}
      <ErrorText error={reading.error} />
    </ProposalForm>
  );
}
