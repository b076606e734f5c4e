import { exclusions } from '@lianban/domain/team';
import { z } from 'zod';
import { civilDateView, instantView, textView } from './basics.ts';

const listedView = z.object({
  ...{ personId: z.string(), name: z.string(), mayLead: z.boolean(), tickets: z.number().int() },
  out: z.array(z.enum(exclusions)).readonly(),
});

/** Everybody in the pool of inspectors, as a draw today would list them. */
export const proposalView = z.object({
  size: z.number().int(),
  kept: z.array(z.string()).readonly(),
  /** It may be drawn now; otherwise the team is complete. */
  isOpen: z.boolean(),
  /** A team was drawn before: the next draw needs a reason. */
  isRedraw: z.boolean(),
  pool: z
    .array(
      listedView.extend({
        certificates: z.array(z.object({ kind: z.string(), validTo: civilDateView.nullable() })).readonly(),
        load: z.number().int(),
        lastInspectedOn: civilDateView.nullable(),
      }),
    )
    .readonly(),
});

const drawView = z.object({
  ...{ number: z.number().int(), at: instantView, by: z.string(), reason: z.string().nullable() },
  ...{ listHash: z.string(), auditPosition: z.number().int(), seed: z.string() },
  drawn: z.array(z.object({ name: z.string(), ticket: z.string() })).readonly(),
  list: z.array(listedView).readonly(),
});

/** The teams of a case with all their draws, and who asked to be left out of it. */
export const caseTeamsView = z.object({
  teams: z
    .array(
      z.object({
        ...{ duty: z.string(), stepTitle: textView, isOpen: z.boolean(), needed: z.number().int() },
        /** The reader may look at the pool and have the team drawn. */
        mayDraw: z.boolean(),
        members: z.array(
          z.object({
            ...{ personId: z.string(), name: z.string(), isLeader: z.boolean() },
            ...{ leftAt: instantView.nullable(), leftBecause: z.enum(['recused', 'conflict', 'absent']).nullable() },
          }),
        ),
        draws: z.array(drawView),
      }),
    )
    .readonly(),
  recusals: z
    .array(
      z.object({
        ...{ personId: z.string(), name: z.string(), roleTitle: textView, askedAt: instantView },
        state: z.enum(['asked', 'confirmed', 'declined']),
        decidedBy: z.string().nullable(),
        /** For the person and those who decide; null for everybody else. */
        reason: z.string().nullable(),
        mayDecide: z.boolean(),
      }),
    )
    .readonly(),
  /** The reader may ask to be left out of the case. */
  mayRecuse: z.boolean(),
});
