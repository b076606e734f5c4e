import { useId, type ReactNode } from 'react';

/** A head with one strong line under it, on the page's ground; `note` beside the head, `aside` at the right edge. */
export function Section(props: {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id} className={['section', props.className].filter(Boolean).join(' ')}>
      <div className="section-head">
        <h2 id={id}>{props.title}</h2>
        {props.note && <span className="section-note">{props.note}</span>}
        {props.aside && <span className="section-aside">{props.aside}</span>}
      </div>
      {props.children}
    </section>
  );
}
