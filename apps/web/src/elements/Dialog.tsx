import { useEffect, useRef, type ReactNode } from 'react';
import './dialog.css';

/**
 * A modal panel, open while it is mounted. The browser keeps the focus inside and gives it back where it came from; where
 * that is gone meanwhile, the focus goes to the page. Clicks inside are not clicks on what the panel was opened from.
 */
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
      className={`panel ${props.className}`}
      aria-labelledby={props.labelledBy}
      onClose={() => {
        if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
        props.onClose();
      }}
      onClick={(event) => {
        event.stopPropagation();
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="panel-body">{props.children(() => dialog.current?.close())}</div>
    </dialog>
  );
}
