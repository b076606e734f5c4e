import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../locales/index.ts';
import type { NoticeView } from '../../views.ts';
import type { WizardState } from '../wizard-state.ts';
import { CommitmentText } from './CommitmentText.tsx';
import { Signature } from './Signature.tsx';

/** The notice in full; nothing folded away, because what is signed must have been there to read. */
function Notice({ notice }: { readonly notice: NoticeView }): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  return (
    <article className="wizard-paper" aria-labelledby="notice-title">
      <header>
        <h3 id="notice-title">{text(notice.title)}</h3>
        <span className="apply-note">{t('version', { version: notice.version })}</span>
      </header>
      {notice.paragraphs.map(({ head, body }) => (
        <section key={head.zh}>
          <h4>{text(head)}</h4>
          {body.map((line) => (
            <p key={line.zh}>{text(line)}</p>
          ))}
        </section>
      ))}
    </article>
  );
}

/** Read the notice, see the commitment as it will stand, sign it by name. */
export function CommitmentStep({ state }: { readonly state: WizardState }): ReactNode {
  const { t } = useTranslation('apply');
  const { draft } = state.open;
  if (!draft.notice) return <p>{t('noNotice')}</p>;
  return (
    <>
      <Notice notice={draft.notice} />
      <CommitmentText draft={draft} notice={draft.notice} />
      <Signature state={state} notice={draft.notice} />
    </>
  );
}
