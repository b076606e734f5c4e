import { mediaTypes } from '@lianban/domain/attachment';
import { useMutation } from '@tanstack/react-query';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../ErrorText.tsx';
import { saveFile } from '../save-file.ts';
import { addressOf, contentOf, type FileView } from './file-door.ts';
import { fileSize } from './file-size.ts';
import './files.css';

/** A file by its name, kind and size: a link that saves it. A refusal is told beside it. */
export function FileLink({ file }: { readonly file: FileView }): ReactNode {
  const { t } = useTranslation('elements');
  const { attachmentId, name, mediaType, size } = file;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => contentOf(attachmentId),
    onSuccess: (content) => saveFile(name, content),
  });
  const save = (event: MouseEvent): void => {
    event.preventDefault();
    if (!isPending) mutate();
  };
  return (
    <span className="file">
      <a className="file-name" href={addressOf(attachmentId)} download={name} onClick={save} aria-busy={isPending}>
        <span className="visually-hidden">{t('download')}</span> {name}
      </a>{' '}
      <span className="file-facts">
        {mediaTypes[mediaType].name} · {fileSize(size)}
      </span>
      <ErrorText error={error} />
    </span>
  );
}
