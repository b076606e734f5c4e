import { canonicalJson } from '@lianban/domain/canonical-json';
import type { SensitiveRead } from '@lianban/domain/sensitive-read';
import type { Province } from '@lianban/domain/province';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Named } from './audit.ts';
import { select, type Queryable } from './queryable.ts';

/** Somebody who is signed in, as they are when they ask. */
export interface Asker {
  readonly by: Actor;
  readonly who: Named;
  readonly province: Province;
}

/** What was asked about, by the names of the request; ids and numbers, each short and free of what PostgreSQL cannot keep. */
export type Subject = Readonly<Record<string, string>>;

/** Refusals of one person that the trail tells one by one within a minute; of those beyond it tells how many. */
export const REFUSALS_PER_MINUTE = 20;

/** In place of a subject for which there was no room. */
export const BEYOND = '…';

const KEY = 'person_id, since, kind, post_id, route, rule, subject';
const COLUMNS = 'kind, person_id, post_id, role, province, who, route, rule, subject, since';
const MINUTE = `date_trunc('minute', now())`;
const DAY = `date_trunc('day', now() AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai'`;

/** SQL: whether a person has room for one more in this minute. */
const room = (kind: 'refused' | 'sought'): string =>
  `SELECT count(*) FILTER (WHERE subject <> '${BEYOND}') < ${REFUSALS_PER_MINUTE}
    OR bool_or((post_id, route, rule, subject) = ($2, $6, $7, $8)) AS has_room
  FROM audit_note WHERE person_id = $1 AND since = ${MINUTE} AND kind = '${kind}'`;

const REFUSED = `INSERT INTO audit_note AS n (${COLUMNS})
  SELECT 'refused', $1, $2, $3, $4, $5, $6, $7, CASE WHEN has_room THEN $8 ELSE '${BEYOND}' END, ${MINUTE} FROM (${room('refused')}) r
  ON CONFLICT (${KEY}) DO UPDATE SET times = n.times + 1, last_at = now()`;
const SOUGHT = `INSERT INTO audit_note (${COLUMNS})
  SELECT 'sought', $1, $2, $3, $4, $5, $6, $7, $8, ${MINUTE} FROM (${room('sought')}) r WHERE has_room ON CONFLICT (${KEY}) DO NOTHING`;
const READ = `INSERT INTO audit_note (${COLUMNS}) SELECT 'read', $1, $2, $3, $4, $5, $6, $7, $8, ${DAY} ON CONFLICT (${KEY}) DO NOTHING`;

const valuesOf = (
  { by, who, province }: Asker,
  { route, rule, subject }: { readonly route: string; readonly rule: string; readonly subject: Subject },
): readonly unknown[] => [
  ...[by.personId, by.postId, by.role, province, JSON.stringify(who), route, rule],
  canonicalJson(subject),
];

/**
 * Notes that somebody was refused. The same work is done whether there is such a thing or not, which is looked up when
 * the trail is written; a flood writes to a few rows again and again.
 */
export async function noteRefusal(
  db: Queryable,
  asker: Asker,
  refused: { readonly route: string; readonly rule: string; readonly subject: Subject },
): Promise<void> {
  await select(db, { name: 'note-refusal', text: REFUSED, values: valuesOf(asker, refused) });
}

/** Notes words for which somebody found nothing: the trail tells of them when they name a case of the other bureau. */
export async function noteSought(
  db: Queryable,
  asker: Asker,
  { route, words }: { readonly route: string; readonly words: string },
): Promise<void> {
  const sought = { route, rule: 'NOTHING_FOUND', subject: { number: words } };
  await select(db, { name: 'note-sought', text: SOUGHT, values: valuesOf(asker, sought) });
}

/** Notes what somebody reads, before they are shown it; once a day of Beijing for each thing that is read. */
export async function noteRead(
  db: Queryable,
  asker: Asker,
  { read, subject }: { readonly read: SensitiveRead; readonly subject: Subject },
): Promise<void> {
  await select(db, { name: 'note-read', text: READ, values: valuesOf(asker, { route: '', rule: read, subject }) });
}
