import { router } from '../../trpc.ts';
import { acknowledgeOpinion } from './acknowledge-opinion.ts';
import { list } from './list.ts';
import { page } from './page.ts';
import { reveal } from './reveal.ts';
import { setSecrecy } from './set-secrecy.ts';
import { timeline } from './timeline.ts';
import { track } from './track.ts';
import { why } from './why.ts';

/** Cases as they stand. */
export const caseRoutes = router({ acknowledgeOpinion, list, page, reveal, setSecrecy, timeline, track, why });
