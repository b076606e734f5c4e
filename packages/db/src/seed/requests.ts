import type { WorkingCalendar } from '@lianban/domain/calendar';
import { startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import { isOutside } from '@lianban/domain/role';
import type { Pool } from 'pg';
import { receiveRequest, type PutRequest } from '../liaison/register.ts';
import { bodyOf } from './liaison-bodies.ts';
import { demoId, officerFor, type Player } from './cast.ts';
import { Course, type Happening } from './course.ts';
import type { Life } from './life.ts';
import { livesOfRequests, type RequestLife } from './lives-of-requests.ts';
import { PastCase, type Driving, type Occasion } from './past-case.ts';
import { people } from './people.ts';
import { momentOfDay, workingDayBefore } from './working-hours.ts';

/** Where and for which day the cases of liaison are made. */
export interface LiaisonStage {
  readonly pool: Pool;
  readonly day: CivilDate;
  readonly calendar: WorkingCalendar;
  readonly driving: Driving;
}

/** Whose calendar and usual officers the acts go by; who acts otherwise is named by the deed. */
const LIFE: Life = {
  story: 'a liaison request',
  ...{ enterprise: 1, item: 'liaison-request', route: 'ordinary', filed: 1, past: [] },
};

/** Numbers from here tell the moments of requests from those of other lives. */
const FIRST_NUMBER = 200;

/** The courses of the liaison requests of the demonstration, as of the past and repeatable. */
export async function coursesOfRequests(stage: LiaisonStage): Promise<readonly Course[]> {
  const courses: Course[] = [];
  for (const [at, life] of livesOfRequests.entries()) courses.push(await courseOf(stage, life, at + 1));
  return courses;
}

async function courseOf(
  { pool, day, calendar, driving }: LiaisonStage,
  life: RequestLife,
  nth: number,
): Promise<Course> {
  const caseId = demoId('c40', nth);
  const procedure = driving.procedureOf('liaison-request');
  const past = await PastCase.load(pool, { caseId, life: LIFE, procedure }, driving);
  const occasionOf = (daysAgo: number, act: number): Occasion => ({
    requestId: `demo:${day}:request-${nth}:${act}`,
    at: momentOfDay(workingDayBefore(calendar, day, daysAgo), FIRST_NUMBER + nth, act),
  });
  const filing = occasionOf(life.filed, 0);
  const happenings: readonly Happening[] = [
    {
      at: filing.at,
      what: 'registration',
      run: () =>
        past.open(async () => void (await receiveRequest(pool, { ...putAsOf(life, filing), caseId, procedure }))),
    },
    ...life.past.map((deed, at) => {
      const occasion = occasionOf(deed.daysAgo, at + 1);
      return { at: occasion.at, what: `deed ${deed.step}`, run: () => past.happen(deed, occasion) };
    }),
  ];
  return new Course({ story: life.story, past, happenings, sequel: null }, startOfDay(day));
}

/** The request as its district, or whoever entered it, put it. */
function putAsOf(life: RequestLife, { requestId, at }: Occasion): Omit<PutRequest, 'caseId' | 'procedure'> {
  const { actor: by } = whoEntered(life.enteredBy);
  const { district, category, sensitive = false, subject, text, enterprise } = life;
  const contact = { contact: '联络员', phone: '023-6000 0113' };
  return {
    ...{ requestId, by, province: 'CQ', at, district, category, sensitive, unit: null },
    ...{ source: isOutside(by.role) ? 'district' : 'daily', creditCode: null },
    requesterId: isOutside(by.role) ? bodyOf(district).id : null,
    form: { subject, text, enterprise, ...contact },
  };
}

/** In the post by which they liaise. */
function whoEntered(user: string): Player {
  const isOfDistrict = people.some(
    (person) => person.user === user && person.posts.some(({ role }) => role === 'DIST'),
  );
  return officerFor(isOfDistrict ? 'DIST' : 'DLO', 'CQ', user);
}
