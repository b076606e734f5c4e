import type { WorkingCalendar } from '@lianban/domain/calendar';
import { addDays, addMonths, type CivilDate } from '@lianban/domain/civil-date';
import type { Database } from '../client.ts';
import { agents, demoId, enterpriseOf } from './cast.ts';

/** Licences of cosmetics makers whose renewal is shown, by enterprise; they end that many working days later. */
const EXPIRING = [
  { enterprise: 5, number: '0011', endsIn: 45 },
  { enterprise: 10, number: '0018', endsIn: 52 },
  { enterprise: 20, number: '0005', endsIn: 60 },
] as const;

/** Penalties by enterprise, imposed that many working days before: whether they stand in the way is for a person to judge. */
const PENALTIES = [
  { enterprise: 8, daysAgo: 20 },
  { enterprise: 11, daysAgo: 10 },
] as const;

const SINCE = new Date('2024-01-01T00:00:00Z');
/** How long a penalty stays in the credit file. */
const PENALTY_MONTHS = 12;

/** Midnight of the civil date in UTC, the form in which Prisma takes a `date`. */
const dateOf = (on: CivilDate): Date => new Date(`${on}T00:00:00Z`);

/**
 * Installs what the lives begin with: agents, licences that expire, penalties that were imposed. Repeatable: what is
 * there stays as it is.
 */
export async function seedAntecedents({ prisma }: Database, day: CivilDate, calendar: WorkingCalendar): Promise<void> {
  await prisma.person.createMany({ data: agents.map(({ person }) => person), skipDuplicates: true });
  const posts = agents.map(({ person, post }) => ({ ...post, personId: person.id, role: 'APP', since: SINCE }));
  await prisma.post.createMany({ data: posts, skipDuplicates: true });
  const licences = EXPIRING.map(({ enterprise, number, endsIn }, at) => {
    const { id: enterpriseId, province } = enterpriseOf(enterprise);
    const validTo = calendar.addWorkingDays(day, endsIn);
    const validFrom = addDays(addMonths(validTo, -60), 1);
    const days = { validFrom: dateOf(validFrom), validTo: dateOf(validTo), changedAt: dateOf(validFrom) };
    return {
      ...{ id: demoId('d00', at + 1), enterpriseId, province, item: 'cosmetics-production-renewal', state: 'valid' },
      ...{ number: `${province === 'CQ' ? '渝' : '川'}妆${validFrom.slice(0, 4)}${number}`, ...days },
    };
  });
  await prisma.licence.createMany({ data: licences, skipDuplicates: true });
  const penalties = PENALTIES.map(({ enterprise, daysAgo }, at) => {
    const since = calendar.subtractWorkingDays(day, daysAgo);
    return {
      ...{ id: demoId('d01', at + 1), enterpriseId: enterpriseOf(enterprise).id },
      ...{ kind: 'penalty', ground: 'administrativePenalty', since: dateOf(since) },
      ...{ until: dateOf(addMonths(since, PENALTY_MONTHS)), barsCommitment: false, manualJudgement: true },
    };
  });
  await prisma.creditRecord.createMany({ data: penalties, skipDuplicates: true });
}
