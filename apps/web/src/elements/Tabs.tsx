import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './tabs.css';

/** A tab: what it is and how many are in it. */
export interface Tab<Name extends string> {
  readonly name: Name;
  readonly title: string;
  readonly count?: number;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * Tabs with one panel; arrow keys move between them. `beside` stands next to the tab list, never inside it:
 * a tab list may hold tabs only.
 */
export function Tabs<Name extends string>(props: {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly open: Name;
  readonly onOpen: (name: Name) => void;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const { label, tabs, open, onOpen, beside, children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    const at = tabs.findIndex((tab) => tab.name === open);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onOpen(next.name);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  };
  return (
    <>
      <div className="tabs">
        <div role="tablist" aria-label={label} ref={list} onKeyDown={onKey}>
          {tabs.map((tab) => (
            <button
              key={tab.name}
              type="button"
              role="tab"
              id={`${id}-${tab.name}`}
              data-tab={tab.name}
              aria-selected={tab.name === open}
              aria-controls={`${id}-panel`}
              tabIndex={tab.name === open ? 0 : -1}
              onClick={() => onOpen(tab.name)}
            >
              {tab.title}
              {tab.count !== undefined && <span> {tab.count}</span>}
            </button>
          ))}
        </div>
        {beside}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`}>
        {children}
      </div>
    </>
  );
}
