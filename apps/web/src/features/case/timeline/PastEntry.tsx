import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FileLink } from '../../../elements/files/FileLink.tsx';
import { dayWithWeekday, shortDay, timeOfDay } from '../../../elements/dates.ts';
import { useLanguage, useText } from '../../../locales/index.ts';
import { RetractButton } from '../retract/RetractButton.tsx';
import type { RedatedLimit, TimelineEntry } from '../views.ts';
import '../../../elements/mark.css';
import { TimeDay } from './TimeDay.tsx';
import { useDoer } from './use-doer.ts';
import { useDone } from './use-done.ts';

/** Of which case it is told, which documents the reader may open, and how. */
export interface Papers {
  readonly caseId: string;
  readonly readable: ReadonlySet<string>;
  readonly onPaper: (id: string) => void;
}

type Retracted = NonNullable<TimelineEntry['retracted']>;
type Shown = { readonly entry: TimelineEntry; readonly today: string; readonly papers: Papers };

/** The name of a document with its number, to be opened where the reader may read it. */
function Paper({
  document,
  papers,
}: {
  readonly document: TimelineEntry['documents'][number];
  readonly papers: Papers;
}): ReactNode {
  const text = useText();
  const name = [text(document.title), document.number].filter(Boolean).join(' ');
  if (!papers.readable.has(document.id)) return <span className="time-paper">{name}</span>;
  return (
    <button type="button" className="time-paper papers-open" onClick={() => papers.onPaper(document.id)}>
      {name}
    </button>
  );
}

/** A limit that was counted anew, with its last day before and after. */
function Redated({ limit, today }: { readonly limit: RedatedLimit; readonly today: string }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { language } = useLanguage();
  const day = (last: RedatedLimit['from']): string => {
    if (!last) return t('clockStands');
    const time = timeOfDay(last.at);
    return `${dayWithWeekday(last.on, language, today)}${time === '00:00' ? '' : ` ${time}`}`;
  };
  const { title, from, to } = limit;
  const days = { limit: text(title), from: day(from), to: day(to) };
  return <span className="time-redated">{t(days.from === days.to ? 'redatedSame' : 'redatedTo', days)}</span>;
}

/** Who took it back, on which day, and why where the reader may know. */
function TakenBack({ retracted, today }: { readonly retracted: Retracted; readonly today: string }): ReactNode {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const { by, on, reason } = retracted;
  const said = { by, day: shortDay(on, language, today) };
  return (
    <span className="time-retracted">
      {reason === null ? t('takenBackBy', said) : t('takenBackBecause', { ...said, reason })}
    </span>
  );
}

/** What was done and by whom, what was written, the limits that got new days, and the documents made. */
export function EntryBody({ entry, today, papers }: Shown): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const done = useDone();
  const doer = useDoer();
  const { remark, documents, redated, retracted } = entry;
  return (
    <>
      {retracted ? (
        <s className="time-act time-taken-back">{done(entry)}</s>
      ) : (
        <span className="time-act">{done(entry)}</span>
      )}
      {entry.about && <span className="time-about">{text(entry.about)}</span>}
      {retracted && <span className="mark">{t('takenBack')}</span>}
      {redated.map((limit, index) => (
        <Redated key={index} limit={limit} today={today} />
      ))}
      {documents.map((document) => (
        <Paper key={document.id} document={document} papers={papers} />
      ))}
      {entry.files.map((file) => (
        <span key={file.attachmentId} className="time-paper">
          <FileLink file={file} />
        </span>
      ))}
      <RetractButton caseId={papers.caseId} entry={entry} />
      <span className="time-who">{doer(entry)}</span>
      {remark && <span className="time-remark">{remark}</span>}
      {retracted && <TakenBack retracted={retracted} today={today} />}
    </>
  );
}

/** An entry of the past on the line; the branch is named where the line is not the main one. */
export function PastEntry({ entry, today, papers }: Shown): ReactNode {
  const text = useText();
  return (
    <li className="time-row">
      <time dateTime={entry.at} title={timeOfDay(entry.at)} className="time-when">
        <TimeDay on={entry.on} today={today} />
      </time>
      <span className="time-dot time-dot-past" aria-hidden="true" />
      <div className="time-what">
        {entry.branch.length > 0 && <span className="time-branch">{entry.branch.map(text).join(' / ')}</span>}
        <EntryBody entry={entry} today={today} papers={papers} />
      </div>
    </li>
  );
}
