/** Whether PostgreSQL and JSON can both keep the text as it is: no NUL, no surrogate without its other half. */
export const isSafeText = (value: string): boolean => !/[\0\p{Surrogate}]/u.test(value);

/** Length as a reader counts it: code points, so that 𠮷 is one. */
export const codePoints = (value: string): number => [...value].length;
