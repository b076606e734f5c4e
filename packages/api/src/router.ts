import { adminRoutes } from './routes/admin/router.ts';
import { applicationRoutes } from './routes/application/router.ts';
import { auditRoutes } from './routes/audit/router.ts';
import { calendarRoutes } from './routes/calendar/router.ts';
import { caseRoutes } from './routes/case/router.ts';
import { catalogueRoutes } from './routes/catalogue/router.ts';
import { dutyRoutes } from './routes/duty/router.ts';
import { remedyRoutes } from './routes/remedy/router.ts';
import { emergencyRoutes } from './routes/emergency/router.ts';
import { involvementRoutes } from './routes/involvement/router.ts';
import { interestRoutes } from './routes/interest/router.ts';
import { liaisonRoutes } from './routes/liaison/router.ts';
import { liveRoutes } from './routes/live/router.ts';
import { messageRoutes } from './routes/message/router.ts';
import { organisationRoutes } from './routes/organisation/router.ts';
import { procedureRoutes } from './routes/procedure/router.ts';
import { recusalRoutes } from './routes/recusal/router.ts';
import { revisionRoutes } from './routes/revision/router.ts';
import { sessionRoutes } from './routes/session/router.ts';
import { standInRoutes } from './routes/stand-in/router.ts';
import { superviseRoutes } from './routes/supervise/router.ts';
import { teamRoutes } from './routes/team/router.ts';
import { router } from './trpc.ts';

/** Everything that can be asked of the service. */
export const appRouter = router({
  session: sessionRoutes,
  catalogue: catalogueRoutes,
  calendar: calendarRoutes,
  application: applicationRoutes,
  duty: dutyRoutes,
  involvement: involvementRoutes,
  case: caseRoutes,
  emergency: emergencyRoutes,
  remedy: remedyRoutes,
  supervise: superviseRoutes,
  admin: adminRoutes,
  revision: revisionRoutes,
  audit: auditRoutes,
  organisation: organisationRoutes,
  standIn: standInRoutes,
  interest: interestRoutes,
  recusal: recusalRoutes,
  team: teamRoutes,
  liaison: liaisonRoutes,
  procedure: procedureRoutes,
  message: messageRoutes,
  live: liveRoutes,
});

/** Types for the console; it imports nothing else from here. */
export type AppRouter = typeof appRouter;
