import { attachmentRoutes } from './routes/attachment/router.ts';
import { router } from './trpc.ts';

/**
 * The routes of files. They stand behind the same middleware and the same table of permissions as all others, and are
 * reached through the scope of files alone, which carries bytes: none of them is under /trpc (ADR 0028).
 */
export const fileRouter = router({ attachment: attachmentRoutes });
