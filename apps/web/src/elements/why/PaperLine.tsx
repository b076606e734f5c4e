import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/index.ts';
import type { SpanView } from './views.ts';

/** The case whose papers may be opened, and what is to happen when one is. */
export interface Opening {
  readonly caseId: string | null;
  readonly onFollow: () => void;
}

type Papers = NonNullable<SpanView['openedBy']>;

function Paper({ paper, caseId, onFollow }: Opening & { readonly paper: Papers[number] }): ReactNode {
  const text = useText();
  const name = [text(paper.title), paper.number].filter(Boolean).join(' ');
  if (caseId === null || paper.id === null) return name;
  return (
    <Link
      to="/cases/$caseId"
      params={{ caseId }}
      search={{ paper: paper.id }}
      resetScroll={false}
      className="link"
      onClick={onFollow}
    >
      {name}
    </Link>
  );
}

/** By which papers the clock stopped, ran on or was given more time; says so where there is none, or none for this reader. */
export function PaperLine(props: Opening & { readonly head: string; readonly papers: Papers | null }): ReactNode {
  const { t } = useTranslation('why');
  const { head, papers, ...opening } = props;
  return (
    <span className="second-line">
      {head}
      {papers === null && t('noPaperForYou')}
      {papers?.length === 0 && t('noPaper')}
      {papers?.map((paper, at) => (
        <span key={at}>
          {at > 0 && t('comma')}
          <Paper paper={paper} {...opening} />
        </span>
      ))}
    </span>
  );
}
