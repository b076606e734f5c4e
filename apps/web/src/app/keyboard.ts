import { useEffect, useRef } from 'react';

/** What single keys do on a page. Returning false lets the key through. */
export type KeyActs = Readonly<Record<string, () => boolean | void>>;

const typing = 'input:not([type=checkbox]):not([type=radio]),textarea,select,[contenteditable=true],[role=combobox]';

/** Whether a key is meant for the page: not while typing, not with a modifier, not under an open dialog. */
function isForPage(event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'target'>): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const target = event.target;
  return !(target instanceof Element && (target.closest(typing) || target.closest('dialog')));
}

/** Listens to single keys while the page is shown; typing in fields and dialogs is left alone. */
export function useKeys(acts: KeyActs): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (!act || !isForPage(event)) return;
      if (act() !== false) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
