import type { Catalogue, LapseSpec } from '@lianban/workflows/vocabulary/step';

/** Every way in which a step of a catalogue can end, and the steps that may open then, in the order of the main line. */
export type Sequel<C extends Catalogue> = {
  readonly [K in keyof C & string]: {
    readonly [
      O in (keyof C[K]['outcomes'] & string) | (C[K] extends { readonly lapse: LapseSpec } ? 'lapsed' : never)
    ]: readonly (keyof C & string)[];
  };
};

/** Where a button leads that opens no step. */
export const nothing = [] as const;
