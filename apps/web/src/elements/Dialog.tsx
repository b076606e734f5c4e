import { useEffect, useRef, type ReactNode } from 'react';

/** A modal panel, open while it is mounted. The browser keeps the focus inside and gives it back where it came from. */
export function Dialog(props: {
  readonly labelledBy: string;
  readonly onClose: () => void;
  readonly className: string;
  readonly children: (close: () => void) => ReactNode;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`case-dialog ${props.className}`}
      aria-labelledby={props.labelledBy}
      onClose={props.onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="case-dialog-body">{props.children(() => dialog.current?.close())}</div>
    </dialog>
  );
}
