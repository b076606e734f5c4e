import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { Dialog } from '../../elements/Dialog.tsx';
import './organisation.css';

/** A panel with a head and a way out; `aside` keeps to the right edge, as the file of a person does. */
export function ActDialog(props: {
  readonly title: string;
  readonly second?: string | undefined;
  readonly aside?: boolean;
  readonly onClose: () => void;
  readonly children: (close: () => void) => ReactNode;
}): ReactNode {
  const { t } = useTranslation('frame');
  const id = useId();
  return (
    <Dialog
      labelledBy={id}
      onClose={props.onClose}
      className={props.aside ? 'organisation-drawer' : 'organisation-dialog'}
    >
      {(close) => (
        <>
          <div className="organisation-head">
            <h2 id={id}>{props.title}</h2>
            <Button small onClick={close}>
              {t('close')}
            </Button>
            {props.second !== undefined && <p className="organisation-note">{props.second}</p>}
          </div>
          {props.children(close)}
        </>
      )}
    </Dialog>
  );
}
