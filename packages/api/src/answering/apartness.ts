import { isOutside } from '@lianban/domain/role';
import type { CaseRecord } from '@lianban/db/queries/case-page';
import { selectOne, type Queryable } from '@lianban/db/queryable';
import { secondOfficersFor, type Colleague } from '@lianban/db/separation/colleagues';
import { conflictOn, relationsOf } from '@lianban/db/separation/relations';
import type { CivilDate } from '@lianban/domain/civil-date';
import type { Conflict, Relations } from '@lianban/domain/interest';
import type { StepSpec } from '@lianban/workflows/vocabulary/step';
import { holderId } from '../identity/identity.ts';
import { readerOf } from '../presentation/catalogue.ts';
import { isOwn, type Reader } from '../presentation/owner.ts';

/** What keeps the reader from acting on a case, and with whom they may act. */
export interface Apartness {
  readonly conflict: Conflict | null;
  /** By key of an open duty of the reader's post that names a second officer. */
  readonly seconds: Readonly<Record<string, { readonly of: 'team' | 'unit'; readonly people: readonly Colleague[] }>>;
}

/** Nothing keeps anybody apart, as with applicants. */
export const together: Apartness = { conflict: null, seconds: {} };

/** From whom the second officer of a step is taken; null where it needs none. */
export function secondFrom({ outcomes }: StepSpec): 'team' | 'unit' | null {
  const kinds = Object.values(outcomes).flatMap(({ form = [] }) => form.map(({ kind }) => kind));
  return kinds.find((kind) => kind.type === 'colleague')?.of ?? null;
}

/** How the reader stands to the case and its open duties. */
export async function apartnessOf(
  db: Queryable,
  { head, duties }: Pick<CaseRecord, 'head' | 'duties'>,
  { reader, today }: { readonly reader: Reader; readonly today: CivilDate },
): Promise<Apartness> {
  if (isOutside(reader.post.role)) return together;
  const catalogue = readerOf(head.procedure, head.edition);
  const own = duties.flatMap((duty) => {
    const of = duty.state === 'open' && isOwn(duty, reader) ? secondFrom(catalogue.spec(duty.step)) : null;
    return of === null ? [] : [{ duty: duty.key, of }];
  });
  const [conflict, ...people] = await Promise.all([
    conflictWith(db, head, { reader, today }),
    ...own.map((one) => secondOfficersFor(db, { caseId: head.caseId, ...one }, today)),
  ]);
  const seconds = own.map(({ duty, of }, nth) => [duty, { of, people: people[nth] ?? [] }] as const);
  return { conflict, seconds: Object.fromEntries(seconds) };
}

async function conflictWith(
  db: Queryable,
  { caseId, enterpriseId }: CaseRecord['head'],
  { reader, today }: { readonly reader: Reader; readonly today: CivilDate },
): Promise<Conflict | null> {
  const of = (person: string): string => relationsOf({ person, caseId: '$3::uuid', enterprise: '$4::uuid' });
  const { own, principal } = await selectOne<Record<'own' | 'principal', Relations>>(db, {
    name: 'own-relations',
    text: `SELECT ${of('$1::uuid')} AS own, ${of('$2::uuid')} AS principal`,
    values: [reader.person.id, holderId(reader), caseId, enterpriseId],
  });
  return conflictOn(own, today) ?? conflictOn(principal, today);
}
