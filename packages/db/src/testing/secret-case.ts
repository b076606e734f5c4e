import type { Role } from '@lianban/domain/role';
import { openDatabase, type Database } from '../client.ts';
import type { Reach } from '../desk.ts';
import type { Scope } from '../queries/scope.ts';
import { setSecrecy } from '../secrecy.ts';
import { testDatabase } from './database.ts';
import { actorOf, RecordedCase } from './recorded-case.ts';

/** A case of Chongqing that the head of the section put under secrecy, in a database of its own. */
export interface SecretCase {
  readonly database: Database;
  readonly caseId: string;
  readonly drop: () => Promise<void>;
}

/** The scope of somebody in that role and unit of Chongqing. */
export const scopeIn = (role: Role, unitId: string): Scope => ({
  ...{ personId: actorOf(role).personId, role, province: 'CQ', unitIds: [unitId], enterpriseId: null },
});

/** What the record shows to somebody in that role and unit of Chongqing. */
export const reachIn = (role: Role, unitId: string, personId = actorOf(role).personId): Reach => ({
  ...{ personId, role, of: { province: 'CQ', unitId } },
});

/** Opens a case, has it accepted, and puts it under secrecy. */
export async function secretCase(): Promise<SecretCase> {
  const made = await testDatabase();
  const database = openDatabase(made.url);
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  const { caseId } = life;
  await setSecrecy(database.pool, {
    ...{ caseId, secret: true, reason: '飞行检查在即', by: actorOf('SEC'), scope: scopeIn('SEC', 'cq-permits') },
  });
  const drop = async (): Promise<void> => {
    await database.close();
    await made.drop();
  };
  return { database, caseId, drop };
}
