const CLOCK = 'clock:';

/** Key of the limit that a statutory clock of this name runs; a limit of a duty has the key of the duty. */
export const clockKey = (name: string): string => `${CLOCK}${name}`;

/** Name of the statutory clock that the key stands for; null when it is the key of a duty. */
export const clockNamed = (key: string): string | null => (key.startsWith(CLOCK) ? key.slice(CLOCK.length) : null);
