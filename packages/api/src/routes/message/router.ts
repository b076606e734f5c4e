import { router } from '../../trpc.ts';
import { list } from './list.ts';
import { read } from './read.ts';

/** What a post was told: cards of the ladder, and urges. */
export const messageRoutes = router({ list, read });
