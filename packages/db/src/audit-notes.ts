import { instant, type Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Pool } from 'pg';
import { appendAudit, caseStream, personStream, type AuditedAct, type AuditPlace, type Named } from './audit.ts';
import { BEYOND, type Subject } from './audit-note.ts';
import { holdCalendar, lockCase, lockStream, tryLockNotes } from './locks.ts';
import { select, selectOne, type Queryable } from './queryable.ts';
import { inTransaction, RolledBack } from './transaction.ts';

/** Notes written into the trail by one round. */
const PAGE = 200;

interface Note {
  readonly kind: 'refused' | 'sought' | 'read';
  readonly personId: string;
  readonly postId: string;
  readonly role: Role;
  readonly province: Province;
  readonly who: Named;
  readonly route: string;
  readonly rule: string;
  readonly subject: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly times: number;
  /** How many of the times the trail told of before this round. */
  readonly before: number;
}

// What was refused once is told at once, what was refused again or without room when the minute is over.
const TAKE = `
WITH due AS (
  SELECT person_id, since, kind, post_id, route, rule, subject, told FROM audit_note
  WHERE told < times AND (told = 0 AND subject <> '${BEYOND}' OR since <= now() - interval '1 minute')
  ORDER BY person_id, since, kind, post_id, route, rule, subject LIMIT ${PAGE} FOR UPDATE
)
UPDATE audit_note n SET told = n.times FROM due
WHERE (n.person_id, n.since, n.kind, n.post_id, n.route, n.rule, n.subject) = (due.person_id, due.since, due.kind, due.post_id, due.route, due.rule, due.subject)
RETURNING n.kind, n.person_id AS "personId", n.post_id AS "postId", n.role, n.province, n.who, n.route, n.rule, n.subject,
  n.first_at AS "from", n.last_at AS "to", n.times, due.told AS before`;
// A day's reads are kept until the day is over, so that each is told once.
const REMOVE = `DELETE FROM audit_note WHERE told = times AND since < now() - CASE kind WHEN 'read' THEN interval '1 day' ELSE interval '2 minutes' END`;

/** A row that the trail is to hold. */
interface Telling {
  readonly act: AuditedAct;
  readonly place: AuditPlace;
}

/**
 * Writes what requests have noted into the trail, on the chain of whoever it was, and what was tried at a case of the other
 * bureau also on the chain that this bureau's auditors read, at a secret case also on the chain of the case. One process does this at a time. 'more' when some are left.
 */
export const tellNotes = (pool: Pool): Promise<'more' | void> =>
  inTransaction<'more' | void>(pool, '', async (client) => {
    if (!(await selectOne<{ held: boolean }>(client, { text: tryLockNotes })).held) return new RolledBack(undefined);
    const taken = await select<Note>(client, { name: 'notes-take', text: TAKE });
    if (taken.length === 0) return new RolledBack(undefined);
    const notes = [...taken].sort((a, b) => (a.from < b.from ? -1 : 1)); // as it happened
    const cases = await namedCases(client, notes);
    const hidden = await hiddenFrom(client, notes, cases);
    const first = notes.filter(isFirst);
    const told = [
      ...first.flatMap((note) => tellingsOf(note, caseIn(note, cases), hidden.has(note))),
      ...repeated(notes),
    ];
    if (hidden.size > 0) await select(client, { text: holdCalendar }); // comes before the locks of cases
    for (const { act, place } of told.sort((a, b) => a.act.stream.localeCompare(b.act.stream))) {
      await select(client, { text: lockOf(act.stream) });
      await appendAudit(client, act, place);
    }
    return notes.length === PAGE ? 'more' : undefined;
  });

/** Removes the notes that the trail tells of and that count nothing any more. */
export async function removeToldNotes(db: Queryable): Promise<void> {
  await select(db, { text: REMOVE });
}

const isFirst = ({ before, subject }: Note): boolean => before === 0 && subject !== BEYOND;

interface NamedCase {
  readonly caseId: string;
  readonly number: string;
  readonly acceptanceNumber: string | null;
  readonly province: Province;
  readonly isSecret: boolean;
  /** Those of its files that were asked about. */
  readonly attachmentIds: readonly string[];
}

const subjectOf = (note: Note): Subject => (note.subject === BEYOND ? {} : (JSON.parse(note.subject) as Subject)); // as it was noted
const namesOf = ({ caseId, watch, attachmentId, number, caseNumber }: Subject): readonly string[] =>
  [...[caseId, watch, attachmentId].map((id) => id?.toLowerCase()), number, caseNumber].filter(
    (name) => name !== undefined,
  );

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function namedCases(db: Queryable, notes: readonly Note[]): Promise<readonly NamedCase[]> {
  const names = notes.map(subjectOf).flatMap(namesOf);
  return select<NamedCase>(db, {
    name: 'notes-cases',
    text: `SELECT case_id AS "caseId", number, acceptance_number AS "acceptanceNumber", province,
        secret_since IS NOT NULL AS "isSecret",
        ARRAY(SELECT a.id FROM attachment a WHERE a.case_id = case_file.case_id AND a.id = ANY($1::uuid[])) AS "attachmentIds" FROM case_file
      WHERE case_id = ANY($1::uuid[]) OR number = ANY($2::text[]) OR acceptance_number = ANY($2::text[])
        OR case_id IN (SELECT a.case_id FROM attachment a WHERE a.id = ANY($1::uuid[]))`,
    values: [names.filter((name) => UUID.test(name)), names],
  });
}

function caseIn(note: Note, cases: readonly NamedCase[]): NamedCase | undefined {
  const names = new Set(namesOf(subjectOf(note)));
  return cases.find(
    ({ caseId, number, acceptanceNumber, attachmentIds }) =>
      [caseId, number, ...attachmentIds].some((name) => names.has(name)) ||
      (acceptanceNumber !== null && names.has(acceptanceNumber)),
  );
}

/** Those notes that are about a secret case which is not open to whoever they are about. */
async function hiddenFrom(
  db: Queryable,
  notes: readonly Note[],
  cases: readonly NamedCase[],
): Promise<ReadonlySet<Note>> {
  const hidden = new Set<Note>();
  for (const note of notes) {
    const found = caseIn(note, cases);
    if (found?.isSecret !== true || found.province !== note.province) continue;
    const { isOpen } = await selectOne<{ isOpen: boolean }>(db, {
      name: 'notes-secret',
      text: `SELECT is_let_in(f.case_id, f.secret_by, $2, $3, (SELECT o.unit_id FROM post o WHERE o.id = $4)) OR is_let_in_for_now(f.case_id, $2, $3) AS "isOpen"
        FROM case_file f WHERE f.case_id = $1`,
      values: [found.caseId, note.personId, note.role, note.postId],
    });
    if (!isOpen) hidden.add(note);
  }
  return hidden;
}

function lockOf(stream: string): string {
  const [, caseId] = /^case:(.+)$/.exec(stream) ?? [];
  return caseId === undefined ? lockStream(stream) : lockCase(caseId);
}

/** Where the auditors of a bureau read what others tried at its cases. */
const borderStream = (province: Province): string => `border:${province}`;

function tellingsOf(note: Note, found: NamedCase | undefined, isHidden: boolean): readonly Telling[] {
  const { kind, who, province, route, rule, times, from } = note;
  const isForeign = found !== undefined && found.province !== province;
  const ofCase = found === undefined ? {} : { caseId: found.caseId, caseNumber: found.number };
  const action = kind === 'read' ? 'access.read' : 'access.refused';
  const what = kind === 'read' ? { read: rule } : { route, rule, ...(times > 1 ? { times } : {}) };
  const own: Telling = {
    act: actOf(note, action, { ...what, subject: subjectOf(note), from, ...(isForeign || isHidden ? {} : ofCase) }),
    place: { who, province },
  };
  const border: readonly Telling[] = isForeign
    ? [
        {
          act: { ...actOf(note, action, { ...what, from, ...ofCase }), stream: borderStream(found.province) },
          place: { who, province: found.province },
        },
      ]
    : [];
  const secret: readonly Telling[] =
    isHidden && found !== undefined
      ? [
          {
            act: { ...actOf(note, action, { ...what, from }), stream: caseStream(found.caseId) },
            place: { who, province },
          },
        ]
      : [];
  // Whether words name a case of the other bureau is not for this one to learn, not even for its auditors.
  return kind === 'sought' ? [...border, ...secret] : [own, ...border, ...secret];
}

/** What was refused again within the minute, and what there was no room for: one row per person, post and minute. */
function repeated(notes: readonly Note[]): readonly Telling[] {
  const posts = new Map<string, Note[]>();
  for (const note of notes) {
    if (isFirst(note)) continue;
    const key = `${note.personId} ${note.postId}`;
    posts.set(key, [...(posts.get(key) ?? []), note]);
  }
  return [...posts.values()].flatMap((again) => {
    const [note] = again;
    if (note === undefined) return [];
    const refusals: Record<string, number> = {};
    for (const { route, rule, times, before } of again)
      refusals[`${route} ${rule}`] = (refusals[`${route} ${rule}`] ?? 0) + times - before;
    const detail = {
      times: Object.values(refusals).reduce((sum, count) => sum + count, 0),
      from: again.map(({ from }) => from).sort()[0],
      to: again
        .map(({ to }) => to)
        .sort()
        .at(-1),
      refusals,
    };
    const { who, province } = note;
    return [{ act: actOf(note, 'access.refusedAgain', detail), place: { who, province } }];
  });
}

const actOf = (
  { personId, postId, role }: Note,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): AuditedAct => ({
  ...{ stream: personStream(personId), at: instant(Date.now()), action },
  ...{ by: { personId, postId, role }, detail },
});
