import { mediaTypes, mostAttachments, mostMebibytes } from '@lianban/domain/attachment';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileView } from '../../elements/files/file-door.ts';
import { FileField } from '../../elements/files/FileField.tsx';
import { useFiles, type MaterialFiles } from '../../elements/files/use-files.ts';

const kinds = Object.values(mediaTypes)
  .map(({ name }) => name)
  .join(' / ');

/** The files that wait until the request is sent under that id. */
export function useRequestFiles(registration: string): MaterialFiles {
  const [files, changeFiles] = useState<FileView[]>([]);
  return useFiles({ place: { registration }, files, changeFiles });
}

/** Files that come with the request: chosen or dropped, with their progress, to be replaced and removed until it is sent. */
export function RequestFiles({ of }: { readonly of: MaterialFiles }): ReactNode {
  const { t } = useTranslation(['liaison', 'elements']);
  return (
    <fieldset>
      <legend>
        {t('files')} <span className="form-optional">{t('elements:optional')}</span>
      </legend>
      <FileField material={t('files')} of={of} />
      <p className="second-line">
        {t('filesMean', { kinds, size: mostMebibytes.value, count: mostAttachments.value })}
      </p>
    </fieldset>
  );
}
