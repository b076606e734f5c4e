import { civilDateOf, addDays, addMonths, instant, type CivilDate } from '@lianban/domain/civil-date';
import { provinces } from '@lianban/domain/province';
import { isOutside, roles } from '@lianban/domain/role';
import { hash } from '@node-rs/argon2';
import { calendarOf } from '../calendar.ts';
import { openDatabase, type Database } from '../client.ts';
import { enterprisesOfDistricts } from './liaison-bodies.ts';
import { seedLiaison } from './liaison.ts';
import { seedInspectors } from './inspectors.ts';
import { COSMETICS_ENTERPRISE, enterprises, people, type PersonSeed } from './people.ts';
import { seedReference } from './reference.ts';
import { units } from './units.ts';

/** An account of the demonstration. */
export interface DemoAccount {
  readonly user: string;
  readonly password: string;
  /** Name, role and place, in Chinese. */
  readonly who: string;
}

/** The same for every account, so that whoever tries the system can change sides quickly. */
const DEMO_PASSWORD = 'lianban-2026';
/** Midnight of the civil date in UTC, the form in which Prisma takes a `date`. */
const dayOf = (on: CivilDate): Date => new Date(`${on}T00:00:00Z`);
const SINCE = new Date('2024-01-01T00:00:00Z');

/**
 * Installs the reference data and people, posts and enterprises of both provinces, among them a cosmetics maker whose
 * licence can be renewed today. Repeatable: what is there stays as it is. Cases are not made here.
 */
export async function seedDemo(databaseUrl: string): Promise<{ readonly accounts: readonly DemoAccount[] }> {
  const database = openDatabase(databaseUrl, 4);
  try {
    await seedReference(database.pool);
    await database.prisma.enterprise.createMany({ data: [...enterprises], skipDuplicates: true });
    await seedLiaison(database.pool);
    await seedPeople(database);
    await seedInspectors(database.pool);
    await seedOldLicence(database, civilDateOf(instant(Date.now())));
    return {
      accounts: people.map((person) => ({ user: person.user, password: DEMO_PASSWORD, who: describe(person) })),
    };
  } finally {
    await database.close();
  }
}

async function seedPeople({ prisma }: Database): Promise<void> {
  await prisma.person.createMany({ data: people.map(({ id, name }) => ({ id, name })), skipDuplicates: true });
  const posts = people.flatMap(({ id: personId, posts: held }) =>
    held.map(({ id, role, province, place }) => ({
      ...{ id, personId, role, province, since: SINCE },
      ...(isOutside(role) ? { enterpriseId: place } : { unitId: place }),
    })),
  );
  await prisma.post.createMany({ data: posts, skipDuplicates: true });
  const known = new Set(
    (await prisma.credential.findMany({ select: { personId: true } })).map(({ personId }) => personId),
  );
  for (const { id: personId, user: userName } of people.filter(({ id }) => !known.has(id))) {
    await prisma.credential.create({ data: { personId, userName, passwordHash: await hash(DEMO_PASSWORD) } });
  }
}

/** A licence that ends 60 working days from now, in the middle of the window of 总局令46第20条. */
async function seedOldLicence({ pool, prisma }: Database, today: CivilDate): Promise<void> {
  const calendar = await calendarOf(pool, 'CQ');
  const validTo = calendar.addWorkingDays(today, 60);
  const validFrom = addDays(addMonths(validTo, -60), 1);
  const licence = {
    number: `渝妆${validFrom.slice(0, 4)}0007`,
    enterpriseId: COSMETICS_ENTERPRISE,
    item: 'cosmetics-production-renewal',
  };
  const days = { validFrom: dayOf(validFrom), validTo: dayOf(validTo), changedAt: dayOf(validFrom) };
  const held = await prisma.licence.count({ where: { enterpriseId: COSMETICS_ENTERPRISE, caseId: null } });
  if (held === 0) await prisma.licence.create({ data: { ...licence, province: 'CQ', state: 'valid', ...days } });
}

function describe({ name, posts }: PersonSeed): string {
  const placeOf = (id: string): string =>
    units.find((unit) => unit.id === id)?.nameZh ??
    [...enterprises, ...enterprisesOfDistricts].find((known) => known.id === id)?.name ??
    id;
  return posts
    .map(({ role, province, place }) => `${provinces[province].prefix} ${placeOf(place)} ${roles[role].zh} ${name}`)
    .join('；');
}
