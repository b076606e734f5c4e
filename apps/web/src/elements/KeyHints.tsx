import { Fragment, type ReactNode } from 'react';

/** A shortcut and what it does. */
export interface KeyHint {
  readonly keys: readonly string[];
  readonly does: string;
}

/** Shortcuts of a page in one line, keys drawn as keys. */
export const KeyHints = ({ hints, label }: { hints: readonly KeyHint[]; label: string }): ReactNode => (
  <dl className="key-hints" aria-label={label}>
    {hints.map((hint) => (
      <div key={hint.does}>
        <dt>
          {hint.keys.map((key) => (
            <Fragment key={key}>
              <kbd>{key}</kbd>
            </Fragment>
          ))}
        </dt>
        <dd>{hint.does}</dd>
      </div>
    ))}
  </dl>
);
