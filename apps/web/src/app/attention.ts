const QUIET_MS = 60_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

let lastAt = Date.now();

/** From now on notes when somebody types or points, which tells a page in use from one that is merely open. */
export function noteAttention(): void {
  const note = (): void => {
    lastAt = Date.now();
  };
  for (const sign of SIGNS) addEventListener(sign, note, { passive: true, capture: true });
}

/** Tells the service that nobody is at the page, so that what it reads by itself does not keep the session alive. */
export const attentionHeaders = (): Record<string, string> =>
  Date.now() - lastAt > QUIET_MS ? { 'lianban-unattended': '1' } : {};
