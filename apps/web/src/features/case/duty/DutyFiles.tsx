import { mediaTypes, mostAttachments, mostMebibytes } from '@lianban/domain/attachment';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FileField } from '../../../elements/files/FileField.tsx';
import { useFiles, type MaterialFiles } from '../../../elements/files/use-files.ts';
import { useText } from '../../../locales/index.ts';
import type { DutyView, OutcomeView } from '../views.ts';

const kinds = Object.values(mediaTypes)
  .map(({ name }) => name)
  .join(' / ');

/** The files that wait for the answer to a duty. */
export function useDutyFiles({ caseId, key, waiting }: DutyView): MaterialFiles {
  const [files, changeFiles] = useState(waiting);
  return useFiles({ place: { caseId, duty: key }, files, changeFiles });
}

/** Why the answer cannot be sent with the files as they are, as a key of the sentence; null when it can. */
export function filesMissing(
  taken: OutcomeView['files'],
  { files, sending }: MaterialFiles,
): 'dutyFilesMissing' | 'dutyFilesSending' | null {
  if (taken === null) return null;
  if (sending.some(({ error }) => error === null)) return 'dutyFilesSending';
  return taken === 'required' && files.length === 0 ? 'dutyFilesMissing' : null;
}

/** Files that come with the answer: chosen or dropped, with their progress, to be replaced and removed until it is sent. */
export function DutyFiles(props: {
  readonly duty: DutyView;
  readonly taken: NonNullable<OutcomeView['files']>;
  readonly of: MaterialFiles;
}): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { duty, taken, of } = props;
  return (
    <fieldset className="desk-files">
      <legend>{t('dutyFiles')}</legend>
      <FileField material={text(duty.about ?? duty.stepTitle)} of={of} />
      <p className="case-note">
        {t(taken === 'required' ? 'dutyFilesRequired' : 'dutyFilesOptional')}{' '}
        {t('filesMean', { kinds, size: mostMebibytes.value, count: mostAttachments.value })}
      </p>
    </fieldset>
  );
}
