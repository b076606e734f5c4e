import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { keepUntilSigned } from '../../answering/keep-until-signed.ts';
import { routeFor } from '../../trpc.ts';
import { ruleView } from '../../views/involvement.ts';
import { done, DONE, note, posts, requestOnDuty } from './inputs.ts';

const input = requestOnDuty
  .extend({ outcome: safeTextUpTo(60).min(1), form: z.record(z.string().max(60), z.unknown()) })
  .extend({ posts: posts.min(1), rule: ruleView, note });

/** Gives an answer that is kept until others have signed it, and then goes out by itself (后加签). */
export const holdAnswer = routeFor('involvement.holdAnswer')
  .input(input)
  .output(done)
  .mutation(async ({ ctx, input: { posts: people, rule, note: words, ...request } }) => {
    await keepUntilSigned(ctx, request, { posts: people, rule, note: words });
    return DONE;
  });
