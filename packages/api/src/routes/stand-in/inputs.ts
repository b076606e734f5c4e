import type { Giver } from '@lianban/db/stand-in/giving';
import { procedures } from '@lianban/workflows/procedures/registry';
import { z } from 'zod';
import { actorOf, type Identity } from '../../identity/identity.ts';
import { words } from '../organisation/inputs.ts';

const procedure = z
  .string()
  .refine((id) => procedures.some((known) => known.id === id), { error: 'Unknown procedure' });

/** What is handed over; a case by its number. */
export const matter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post') }),
  z.object({ kind: z.literal('item'), item: z.string().min(1).max(60) }),
  z.object({ kind: z.literal('procedure'), procedure }),
  z.object({ kind: z.literal('case'), number: words(60) }),
]);

/** The caller as the acts on absences know them. */
export const giverOf = (identity: Identity): Giver => ({ by: actorOf(identity), place: identity.post });
