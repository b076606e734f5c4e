import { router } from '../../trpc.ts';
import { discard } from './discard.ts';
import { draft } from './draft.ts';
import { draftById } from './draft-by-id.ts';
import { drafts } from './drafts.ts';
import { eligibility } from './eligibility.ts';
import { list } from './list.ts';
import { submit } from './submit.ts';
import { withdraw } from './withdraw.ts';

/** From the question whether one may apply to the application itself. */
export const applicationRoutes = router({ eligibility, draft, drafts, draftById, discard, submit, withdraw, list });
