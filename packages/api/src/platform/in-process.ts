import type { Platform, Platforms } from './platform.ts';

/** Takes every message at once, under a number made from its id: the same message always has the same number. */
const takenAs = (prefix: string): Platform => ({
  send: ({ id }) => Promise.resolve(`${prefix}${id.replaceAll('-', '').slice(0, 12).toUpperCase()}`),
});

/** Stands in for systems that are not connected: people carry the message over, and the receipt says that it was written. */
export const inProcessPlatforms: Platforms = { eightLists: takenAs('八清-') };
