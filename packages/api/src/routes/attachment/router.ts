import { router } from '../../trpc.ts';
import { download } from './download.ts';
import { handIn } from './hand-in.ts';
import { remove } from './remove.ts';

/** Files that are handed in with an application, an answer or a request. */
export const attachmentRoutes = router({ handIn, remove, download });
