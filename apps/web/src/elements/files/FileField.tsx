import { mediaTypes } from '@lianban/domain/attachment';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { ErrorText } from '../ErrorText.tsx';
import { FileLink } from './FileLink.tsx';
import type { FileView } from './file-door.ts';
import type { MaterialFiles, Sending } from './use-files.ts';
import './file-field.css';

const ACCEPTED = Object.values(mediaTypes)
  .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
  .join(',');

/** A button that opens the file chooser of the browser. */
function ChooseButton(props: {
  readonly label: string;
  readonly name: string;
  readonly several: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button small aria-label={props.name} onClick={() => input.current?.click()}>
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        multiple={props.several}
        onChange={({ target }) => {
          props.onChoose([...(target.files ?? [])]);
          target.value = ''; // so that the same file can be chosen again after it was refused
        }}
      />
    </>
  );
}

function FileRow({ file, of }: { readonly file: FileView; readonly of: MaterialFiles }): ReactNode {
  const { t } = useTranslation('elements');
  const { attachmentId, name } = file;
  return (
    <li>
      <FileLink file={file} />
      <span className="file-field-acts">
        <ChooseButton
          label={t('replaceFile')}
          name={t('replaceFileOf', { name })}
          several={false}
          onChoose={(chosen) => void of.add(chosen, attachmentId)}
        />
        <Button look="text" small aria-label={t('removeFileOf', { name })} onClick={() => void of.remove(attachmentId)}>
          {t('removeFile')}
        </Button>
      </span>
    </li>
  );
}

function SendingRow({ one, of }: { readonly one: Sending; readonly of: MaterialFiles }): ReactNode {
  const { t } = useTranslation('elements');
  const { key, name, share, error } = one;
  if (error === null)
    return (
      <li>
        <span className="file">{name}</span>
        <progress max={1} value={share} aria-label={t('sendingFile', { name })} />
      </li>
    );
  return (
    <li>
      <span className="file">
        {name}
        <ErrorText error={error} />
      </span>
      <Button look="text" small aria-label={t('dismissFileOf', { name })} onClick={() => of.dismiss(key)}>
        {t('dismissFile')}
      </Button>
    </li>
  );
}

/** The files of a material: chosen or dropped, with their progress, to be replaced and removed. */
export function FileField({ material, of }: { readonly material: string; readonly of: MaterialFiles }): ReactNode {
  const { t } = useTranslation('elements');
  const [over, setOver] = useState(false);
  const add = (chosen: readonly File[]): void => void of.add(chosen);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  const { files, sending, removal, last } = of;
  return (
    <div
      className={over ? 'file-field file-field-over' : 'file-field'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {files.length + sending.length > 0 && (
        <ul className="file-field-list" aria-label={t('filesOf', { material })}>
          {files.map((file) => (
            <FileRow key={file.attachmentId} file={file} of={of} />
          ))}
          {sending.map((one) => (
            <SendingRow key={one.key} one={one} of={of} />
          ))}
        </ul>
      )}
      <ErrorText error={removal} />
      <p className="file-field-choose">
        <ChooseButton label={t('chooseFile')} name={t('chooseFileFor', { material })} several onChoose={add} />
        <span className="file-field-drop">{t('dropFile')}</span>
      </p>
      <p className="visually-hidden" role="status">
        {last !== null && t('fileSent', { name: last })}
      </p>
    </div>
  );
}
