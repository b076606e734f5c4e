import { router } from '../../trpc.ts';
import { ask } from './ask.ts';
import { countersign } from './countersign.ts';
import { holdAnswer } from './hold-answer.ts';
import { inbox } from './inbox.ts';
import { liftSheet } from './lift-sheet.ts';
import { ofCase } from './of-case.ts';
import { people } from './people.ts';
import { reassign } from './reassign.ts';
import { respond } from './respond.ts';
import { takeBack } from './take-back.ts';

/** Work among people on a duty. */
export const involvementRoutes = router({
  people,
  reassign,
  ask,
  countersign,
  holdAnswer,
  respond,
  takeBack,
  liftSheet,
  inbox,
  ofCase,
});
