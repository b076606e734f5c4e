import { addDays, civilDateOf, epochMs, instant, startOfDay, type CivilDate } from '../civil-date.ts';

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
/** Noon of 1 January 2000, dynamical time, from which both series count in days. */
const EPOCH_MS = Date.UTC(2000, 0, 1, 12);
/** Dynamical time runs ahead of civil time by about this much around 2030. */
const DELTA_T_MS = 72_000;

/** Ecliptic longitude of the sun at the beginning of the day in Shanghai, to a few hundredths of a degree. */
export function solarLongitude(on: CivilDate): number {
  const days = (epochMs(startOfDay(on)) - EPOCH_MS) / 86_400_000;
  const anomaly = 357.529 + 0.98560028 * days;
  const longitude = 280.459 + 0.98564736 * days + 1.915 * sin(anomaly) + 0.02 * sin(2 * anomaly);
  return ((longitude % 360) + 360) % 360;
}

/** Day in Shanghai of the new moon numbered `k` from 6 January 2000, good to a minute (Meeus, Astronomical Algorithms, 49). */
export function newMoon(k: number): CivilDate {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t;
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const corrections = [
    ...[-0.4072 * sin(moon), 0.17241 * e * sin(sun), 0.01608 * sin(2 * moon), 0.01039 * sin(2 * node)],
    ...[0.00739 * e * sin(moon - sun), -0.00514 * e * sin(moon + sun), 0.00208 * e * e * sin(2 * sun)],
    ...[-0.00111 * sin(moon - 2 * node), -0.00057 * sin(moon + 2 * node), 0.00056 * e * sin(2 * moon + sun)],
    ...[-0.00042 * sin(3 * moon), 0.00042 * e * sin(sun + 2 * node), 0.00038 * e * sin(sun - 2 * node)],
    ...[-0.00024 * e * sin(2 * moon - sun), -0.00017 * sin(124.7746 - 1.56375588 * k)],
    ...[0.000325 * sin(299.77 + 0.107408 * k), 0.000165 * sin(251.88 + 0.016321 * k)],
    ...[
      0.000164 * sin(251.83 + 26.651886 * k),
      0.000126 * sin(349.42 + 36.412478 * k),
      0.00011 * sin(84.66 + 18.206239 * k),
    ],
  ];
  const days = 5.09766 + 29.530588861 * k + 0.00015437 * t * t + corrections.reduce((sum, term) => sum + term, 0);
  return civilDateOf(instant(Math.round(EPOCH_MS + days * 86_400_000 - DELTA_T_MS)));
}

/** First and last day of the lunar month that the day lies in. */
export function lunarMonthOf(on: CivilDate): { readonly first: CivilDate; readonly last: CivilDate } {
  let k = Math.floor((epochMs(startOfDay(on)) - EPOCH_MS) / 86_400_000 / 29.530588861) - 2;
  while (newMoon(k + 1) <= on) k += 1;
  return { first: newMoon(k), last: addDays(newMoon(k + 1), -1) };
}
