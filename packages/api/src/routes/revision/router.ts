import { router } from '../../trpc.ts';
import { changes } from './changes.ts';
import { decide } from './decide.ts';
import { file } from './file.ts';
import { inForce } from './in-force.ts';
import { list } from './list.ts';
import { page } from './page.ts';
import { previewAgain } from './preview-again.ts';
import { propose } from './propose.ts';
import { read } from './read.ts';

/** Changes of the calendar: proposed with a preview, decided by a second person. */
export const revisionRoutes = router({ inForce, read, propose, list, page, changes, file, previewAgain, decide });
