import { setTimeout as sleep } from 'node:timers/promises';
import { civilDateOf, endOfDay, epochMs, instant } from '@lianban/domain/civil-date';

/** Longer than the tests of a file take. */
const MARGIN_MS = 60_000;

// Tests speak of today, and a file that begins in the last minute of a day in Beijing would end on another day.
const now = instant(Date.now());
const leftMs = epochMs(endOfDay(civilDateOf(now))) - epochMs(now);
if (leftMs < MARGIN_MS) await sleep(leftMs);
