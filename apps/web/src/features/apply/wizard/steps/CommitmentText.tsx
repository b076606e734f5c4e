import { documents } from '@lianban/domain/document';
import { provinces } from '@lianban/domain/province';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../../app/session.tsx';
import { dayWithWeekday } from '../../../../elements/dates.ts';
import { useLanguage, useText } from '../../../../locales/index.ts';
import type { DraftView, NoticeView } from '../../views.ts';
import { isSigned } from '../draft-content.ts';

/** The commitment as it will stand, with what has been filled in; the paper of the record is made at the submission. */
export function CommitmentText({
  draft,
  notice,
}: {
  readonly draft: DraftView;
  readonly notice: NoticeView;
}): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  const { language } = useLanguage();
  const { enterprise, today } = useMe();
  const { content, item } = draft;
  const promised = content.conditionsMetOn;
  const lines = [
    t('promiseRead', { notice: text(notice.title), version: notice.version }),
    promised
      ? t('promiseLater', { day: dayWithWeekday(promised, language, today) })
      : t(promised === null ? 'promiseMet' : 'promiseOpen'),
    t('promiseTrue', { premises: content.premises || t('notFilledIn') }),
    t('promiseChecked'),
    t('promiseWill'),
  ];
  return (
    <article className="wizard-paper" aria-labelledby="commitment-title">
      <header>
        <h3 id="commitment-title">{text(documents.commitment.title)}</h3>
        <span className="apply-note">{t('preview')}</span>
      </header>
      <p>{t('promiseTo', { bureau: text(provinces[item.province].bureau) })}</p>
      <p>
        {t('promiseWho', { name: enterprise?.name ?? '', code: enterprise?.creditCode ?? '', item: text(item.title) })}
      </p>
      <ol>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p className="wizard-signed-by">
        {t('signedBy', { name: isSigned(draft) ? (content.signature?.name ?? '') : t('notSigned') })}
      </p>
    </article>
  );
}
