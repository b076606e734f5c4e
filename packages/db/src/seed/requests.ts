import type { WorkingCalendar } from '@lianban/domain/calendar';
import type { CivilDate } from '@lianban/domain/civil-date';
import { isOutside } from '@lianban/domain/role';
import type { Pool } from 'pg';
import { receiveRequest } from '../liaison/register.ts';
import { bodyOf } from './liaison-bodies.ts';
import { demoId, officerFor, type Player } from './cast.ts';
import type { Life } from './life.ts';
import { livesOfRequests, type RequestLife } from './lives-of-requests.ts';
import { PastCase, type Driving } from './past-case.ts';
import { people } from './people.ts';
import { momentOfDay, workingDayBefore } from './working-hours.ts';

/** Where and for which day the requests are made. */
interface Stage {
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

/** Makes the liaison requests of the demonstration, as of the past and repeatable. @throws Error naming the request that could not be played. */
export async function seedRequests(stage: Stage): Promise<void> {
  for (const [at, life] of livesOfRequests.entries()) {
    try {
      await play(stage, life, at + 1);
    } catch (cause) {
      throw new Error(`The demonstration cannot show ${life.story}`, { cause });
    }
  }
}

async function play({ pool, day, calendar, driving }: Stage, life: RequestLife, nth: number): Promise<void> {
  const procedure = driving.procedureOf('liaison-request');
  const caseId = demoId('c40', nth);
  const momentOf = (daysAgo: number, act: number) =>
    momentOfDay(workingDayBefore(calendar, day, daysAgo), FIRST_NUMBER + nth, act);
  const { actor: by } = whoEntered(life.enteredBy);
  const { district, category, sensitive = false, subject, text, enterprise } = life;
  const past = await PastCase.load(pool, { caseId, life: LIFE, procedure }, driving);
  await past.open(async () => {
    const contact = { contact: '联络员', phone: '023-6000 0113' };
    await receiveRequest(pool, {
      ...{ requestId: `demo:${day}:request-${nth}:0`, caseId, by, province: 'CQ', procedure },
      ...{ source: isOutside(by.role) ? 'district' : 'daily', district, category, sensitive, unit: null },
      ...{ requesterId: isOutside(by.role) ? bodyOf(district).id : null, creditCode: null },
      form: { subject, text, enterprise, ...contact },
      at: momentOf(life.filed, 0),
    });
  });
  for (const [at, deed] of life.past.entries())
    await past.happen(deed, {
      requestId: `demo:${day}:request-${nth}:${at + 1}`,
      at: momentOf(deed.daysAgo, at + 1),
    });
}

/** In the post by which they liaise. */
function whoEntered(user: string): Player {
  const isOfDistrict = people.some(
    (person) => person.user === user && person.posts.some(({ role }) => role === 'DIST'),
  );
  return officerFor(isOfDistrict ? 'DIST' : 'DLO', 'CQ', user);
}
