import { router } from '../../trpc.ts';
import { answer } from './answer.ts';
import { answerBatch } from './answer-batch.ts';
import { claim } from './claim.ts';
import { inbox } from './inbox.ts';
import { open } from './open.ts';
import { release } from './release.ts';
import { retract } from './retract.ts';

/** What one has to do. */
export const dutyRoutes = router({ inbox, open, claim, release, answer, answerBatch, retract });
