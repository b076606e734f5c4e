import { LianbanError } from '@lianban/domain/error';
import type { Pool } from 'pg';
import { select, selectOne } from '../queryable.ts';
import { administer, noteAct, type Administrator } from './administration.ts';
import { grantDetail, grantPost, type Grant } from './grant.ts';
import { otherPerson } from './staff.ts';
import { refusing } from './violation.ts';

/** A password that is given: it opens a session for so long, in which nothing can be done but change it. */
export interface GivenPassword {
  readonly passwordHash: string;
  readonly validHours: number;
}

/** A new colleague, or somebody new who acts for an enterprise, with the first post. */
export interface NewPerson extends GivenPassword {
  readonly name: string;
  readonly user: string;
  readonly grant: Grant;
}

/**
 * Adds somebody with an account and a first post.
 * @throws LianbanError USER_TAKEN, and what {@link grantPost} refuses.
 */
export const addPerson = (
  pool: Pool,
  administrator: Administrator,
  { name, user, grant, passwordHash, validHours }: NewPerson,
): Promise<{ readonly personId: string; readonly postId: string }> =>
  administer(pool, administrator, async (administration) => {
    const { personId } = await selectOne<{ personId: string }>(administration.client, {
      text: 'INSERT INTO person (name) VALUES ($1) RETURNING id AS "personId"',
      values: [name],
    });
    const postId = await grantPost(administration, personId, grant);
    await refusing(
      'duplicate',
      'USER_TAKEN',
      select(administration.client, {
        text: `INSERT INTO credential (person_id, user_name, password_hash, must_change, valid_until)
          VALUES ($1, $2, $3, true, now() + $4 * interval '1 hour')`,
        values: [personId, user, passwordHash, validHours],
      }),
    );
    await noteAct(administration, 'addPerson', {
      person: { personId, name, user },
      post: postId,
      ...grantDetail(grant),
    });
    return { personId, postId };
  });

/**
 * Gives somebody another post.
 * @throws LianbanError NO_SUCH_PERSON, OWN_RIGHTS, and what {@link grantPost} refuses.
 */
export const givePost = (
  pool: Pool,
  administrator: Administrator,
  { personId, grant }: { readonly personId: string; readonly grant: Grant },
): Promise<{ readonly postId: string }> =>
  administer(pool, administrator, async (administration) => {
    const { name } = await otherPerson(administration, personId);
    const postId = await grantPost(administration, personId, grant);
    await noteAct(administration, 'givePost', { person: { personId, name }, post: postId, ...grantDetail(grant) });
    return { postId };
  });

/**
 * Somebody is called something else from now on; what they did before keeps the name that they had then.
 * @throws LianbanError NO_SUCH_PERSON, OWN_RIGHTS, NOTHING_TO_CHANGE.
 */
export const renamePerson = (
  pool: Pool,
  administrator: Administrator,
  { personId, name, reason }: { readonly personId: string; readonly name: string; readonly reason: string },
): Promise<void> =>
  administer(pool, administrator, async (administration) => {
    const person = await otherPerson(administration, personId);
    if (person.name === name) throw new LianbanError('NOTHING_TO_CHANGE');
    await select(administration.client, {
      text: 'UPDATE person SET name = $2 WHERE id = $1',
      values: [personId, name],
    });
    await noteAct(administration, 'renamePerson', { person: { personId, name: person.name }, name, reason });
  });
