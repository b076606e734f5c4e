import fc from 'fast-check';

/**
 * Properties look at the same values in every run, so that a commit passes or fails for everybody alike (ADR 0045). Other values:
 * `LIANBAN_SEED=random npm test -- domain workflows`, or the number of a run that found something.
 */
const { LIANBAN_SEED } = process.env;
if (LIANBAN_SEED !== 'random') fc.configureGlobal({ seed: Number(LIANBAN_SEED ?? 20_261_130) });
