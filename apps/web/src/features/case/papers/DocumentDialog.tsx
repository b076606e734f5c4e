import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../elements/Button.tsx';
import { Dialog } from '../../../elements/Dialog.tsx';
import type { CasePageView, DocumentView } from '../views.ts';
import { PaperText } from './PaperText.tsx';

/** A document to be read; Escape closes it, and the focus goes back to where it was opened. */
export function DocumentDialog(props: {
  readonly document: DocumentView;
  readonly page: CasePageView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('case');
  const title = useId();
  return (
    <Dialog labelledBy={title} className="papers-dialog" onClose={props.onClose}>
      {(close) => (
        <>
          <div className="panel-acts">
            <span className="case-number">{props.page.caseNumber}</span>
            <Button onClick={() => print()}>{t('printThis')}</Button>
            <Button onClick={close}>{t('close')}</Button>
          </div>
          <article className="papers-text">
            <PaperText document={props.document} titleId={title} />
          </article>
        </>
      )}
    </Dialog>
  );
}
