import { useSyncExternalStore } from 'react';

/** Light or dark, chosen by the reader; the system's wish until then. */
export type Appearance = 'light' | 'dark';

const key = 'lianban.appearance';
const listeners = new Set<() => void>();

const stored = (): Appearance | null => {
  const value = localStorage.getItem(key);
  return value === 'light' || value === 'dark' ? value : null;
};

let current: Appearance = stored() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

const show = (): void => {
  document.documentElement.dataset['theme'] = current;
};

/** Puts the remembered appearance on the document; to be called before the first paint. */
export const startAppearance = show;

/** Changes the appearance at once and remembers it on this device. */
export function setAppearance(next: Appearance): void {
  current = next;
  localStorage.setItem(key, next);
  show();
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The appearance shown now. */
export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current);
