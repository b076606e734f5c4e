import { useId, type ReactNode } from 'react';
import { Dialog } from '../../elements/Dialog.tsx';

/** A panel with a head and, under it, what the act means. */
export function StandInDialog(props: {
  readonly title: string;
  readonly second?: string;
  readonly onClose: () => void;
  readonly children: (close: () => void) => ReactNode;
}): ReactNode {
  const { title, second, onClose, children } = props;
  const id = useId();
  return (
    <Dialog labelledBy={id} className="stand-in-dialog" onClose={onClose}>
      {(close) => (
        <>
          <h2 id={id}>{title}</h2>
          {second !== undefined && <p className="second-line">{second}</p>}
          {children(close)}
        </>
      )}
    </Dialog>
  );
}
