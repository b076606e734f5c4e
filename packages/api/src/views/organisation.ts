import { z } from 'zod';
import { interestsView } from './interest.ts';
import { civilDateView, instantView, provinceView, roleView, textView } from './basics.ts';

/** A list as the queries give it. */
const listOf = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const daysView = { since: civilDateView, until: civilDateView.nullable() };
export const capacityView = z.enum(['agent', 'legalRepresentative', 'authorisedRepresentative']);
export const poolNameView = z.enum(['inspector', 'expert', 'liaison']);
const letterView = z.object({ number: z.string(), from: civilDateView, to: civilDateView.nullable() });

const colleagueView = z.object({
  ...{ postId: z.string(), personId: z.string(), name: z.string(), role: roleView, ...daysView },
  isDisabled: z.boolean(),
  /** They may act in it today. */
  isHeld: z.boolean(),
});

/** The bureau of the administrator's province with its units, those that have ended last. */
export const treeView = z.object({
  bureau: textView,
  today: civilDateView,
  units: listOf(
    z.object({
      ...{ unitId: z.string(), name: textView, parentId: z.string().nullable(), phone: z.string().nullable() },
      ...{ since: civilDateView.nullable(), until: civilDateView.nullable(), successor: textView.nullable() },
      roles: listOf(z.object({ role: roleView, item: z.string().nullable() })),
      people: listOf(colleagueView),
      openDuties: z.number().int(),
    }),
  ),
});

/** Names and roles of those who may act in one's own unit. */
export const colleaguesView = listOf(z.object({ personId: z.string(), name: z.string(), role: roleView }));

/** Everything that administrators know of somebody. */
export const personFileView = z.object({
  ...{ personId: z.string(), name: z.string(), user: z.string().nullable() },
  disabledAt: instantView.nullable(),
  signedInAt: instantView.nullable(),
  /** Until when a one-time password that nobody has used opens a session. */
  passwordUntil: instantView.nullable(),
  identities: listOf(
    z.object({ issuer: z.string(), subject: z.string(), linkedAt: instantView, usedAt: instantView.nullable() }),
  ),
  /** The provider of the installation; null without one. */
  provider: z.string().nullable(),
  posts: listOf(
    z.object({
      ...{ postId: z.string(), role: roleView, unitId: z.string().nullable(), place: textView, ...daysView },
      ...{ capacity: capacityView.nullable(), letter: letterView.nullable() },
      isHeld: z.boolean(),
      isPresent: z.boolean(),
    }),
  ),
  pools: listOf(z.object({ pool: poolNameView, ...daysView })),
  interests: interestsView,
  /** Open duties that the person has taken. */
  taken: z.number().int(),
  acts: listOf(
    z.object({
      ...{ position: z.number().int(), at: instantView, action: z.string() },
      ...{ by: z.string().nullable(), reason: z.string().nullable() },
    }),
  ),
});

/** A one-time password, told once. */
export const givenPasswordView = z.object({ user: z.string(), password: z.string(), validHours: z.number().int() });

/** What the end of a post or account brought with it. */
export const lossView = z.object({ handedBack: z.number().int(), endedSessions: z.number().int() });

/** Enterprises of the province with those who act for them. */
export const enterprisesView = z.object({
  rows: listOf(
    z.object({
      ...{ enterpriseId: z.string(), name: z.string(), creditCode: z.string(), legalPerson: z.string() },
      ...{ address: z.string(), district: textView.nullable() },
      agents: listOf(
        z.object({
          ...{ postId: z.string(), personId: z.string(), name: z.string(), ...daysView },
          ...{ capacity: capacityView.nullable(), letter: letterView.nullable(), isHeld: z.boolean() },
        }),
      ),
    }),
  ),
  more: z.boolean(),
});

/** What a certificate says. */
const certificateView = {
  ...{ kind: z.string(), level: z.string(), certificateNumber: z.string() },
  ...{ validFrom: civilDateView, validTo: civilDateView.nullable() },
};

/** Everybody who is or was in a pool. */
export const poolView = listOf(
  z.object({
    ...{ memberId: z.string(), personId: z.string(), name: z.string(), district: textView.nullable(), ...daysView },
    isPresent: z.boolean(),
    qualifications: listOf(
      z.object({
        ...{ qualificationId: z.string(), ...certificateView, isValid: z.boolean() },
        /** What it said before it was corrected or ended early, the latest first. */
        changes: listOf(
          z.object({
            ...{ kind: z.enum(['correct', 'end']), at: instantView, by: z.string(), reason: z.string() },
            before: z.object(certificateView),
          }),
        ),
      }),
    ),
  }),
);

/** Places whose open duties nobody can do today. */
export const unownedView = listOf(
  z.object({
    ...{ province: provinceView, unitId: z.string(), unit: textView, role: roleView, duties: z.number().int() },
    ...{ cases: listOf(z.string()), because: z.enum(['unitEnded', 'nobody', 'away']) },
  }),
);
