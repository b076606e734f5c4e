import { availableParallelism } from 'node:os';
import { Slots } from './slots.ts';

/** A password takes a processor and 19 MiB; more at a time would only keep everything else waiting. */
export const verifications = new Slots(availableParallelism());
