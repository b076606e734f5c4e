import { router } from '../../trpc.ts';
import { declare } from './declare.ts';
import { list } from './list.ts';

/** What binds the caller to enterprises. */
export const interestRoutes = router({ list, declare });
