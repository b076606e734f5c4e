import { LianbanError } from '@lianban/domain/error';
import { mayCall, needsProof, type Action } from '@lianban/domain/permission';
import { initTRPC } from '@trpc/server';
import type { Context } from './context.ts';
import { withinReach } from './identity/reach.ts';
import { codedOf, protocolError } from './errors/coded.ts';
import { mustSetUpFactor } from './identity/identity.ts';
import { requireProof } from './identity/proof.ts';
import { tellRefusal } from './trail/refusals.ts';

/** Who may call a route: everybody, whoever is signed in, or the roles to which the table of permissions gives the action. */
export interface RouteMeta {
  readonly open: 'everybody' | 'signedIn' | Action;
  /** Calls per minute and address, for routes that guesses could be tried on. */
  readonly perMinute?: number;
  /** Works on the installation, with the rights of the service; every other route sees only what the post reaches. */
  readonly reach?: 'installation';
  /** Also for somebody who has to change their password first. */
  readonly beforeChange?: true;
  /** Also for somebody who has to set up their second factor first. */
  readonly beforeFactor?: true;
  /** Only in a session that was proven a short while ago; for actions the table of permissions says so. */
  readonly proven?: true;
}

const t = initTRPC
  .context<Context>()
  .meta<RouteMeta>()
  .create({
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter: ({ shape, error }) => {
      const { code, detail } = codedOf(error);
      const { httpStatus } = shape.data;
      return { ...shape, message: code, data: { httpStatus, lianban: { code, detail } } };
    },
  });

/** Every failure leaves as a coded refusal; what is our own fault is written down with its cause, what is not allowed goes to the trail. */
const coded = t.middleware(async ({ next, path, ctx, getRawInput }) => {
  const result = await next();
  if (result.ok) return result;
  const error = protocolError(result.error);
  if (error.message === 'INTERNAL')
    ctx.services.log.error({ err: result.error.cause ?? result.error, path }, 'route failed');
  ctx.services.door.count(codedOf(error), { identity: ctx.identity, address: ctx.visitor.address });
  await tellRefusal(ctx.services, ctx.identity, { route: path, refusal: codedOf(error), input: getRawInput });
  return { ...result, error };
});

/** The one place that decides who may call what; see the table in the domain. */
const authorised = t.middleware(async ({ ctx, meta, path, next }) => {
  if (meta === undefined) throw new LianbanError('FORBIDDEN');
  if (meta.perMinute !== undefined && !(await ctx.visitor.mayTry(path, meta.perMinute))) {
    throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds: 60, per: 'route' });
  }
  if (meta.open === 'everybody') return next();
  if (ctx.identity === null) throw new LianbanError('NOT_SIGNED_IN');
  if (ctx.identity.session.mustChangePassword && meta.beforeChange !== true) {
    throw new LianbanError('PASSWORD_CHANGE_REQUIRED');
  }
  const isOpenBefore = meta.beforeChange === true || meta.beforeFactor === true;
  if (!isOpenBefore && mustSetUpFactor(ctx.identity, ctx.services.secondFactor)) {
    throw new LianbanError('FACTOR_REQUIRED');
  }
  if (meta.open !== 'signedIn' && !mayCall(ctx.identity.post.role, meta.open)) {
    throw new LianbanError('FORBIDDEN', { role: ctx.identity.post.role, action: meta.open });
  }
  if (meta.proven === true || (meta.open !== 'signedIn' && needsProof(meta.open))) requireProof(ctx.identity);
  return next();
});

/** From here on somebody asks, and the record shows what their post reaches. */
const identified = t.middleware(({ ctx: { services, identity, ...ctx }, meta, next }) => {
  if (identity === null) throw new LianbanError('NOT_SIGNED_IN');
  const reached = meta?.reach === 'installation' ? services : withinReach(services, identity);
  return next({ ctx: { ...ctx, identity, services: reached } });
});

/** A route for everybody, signed in or not. */
export const publicRoute = t.procedure.use(coded).use(authorised).meta({ open: 'everybody' });

/** A route for whoever is signed in, in any post. */
export const signedInRoute = t.procedure
  .use(coded)
  .use(authorised)
  .use(identified)
  .meta({ open: 'signedIn', reach: 'installation' });

/** A route for the posts to which the table of permissions gives the action. */
export const routeFor = (action: Action) =>
  t.procedure.use(coded).use(authorised).use(identified).meta({ open: action });

/** The same for what concerns the installation as a whole, such as a change of the calendar of both provinces. */
export const installationRouteFor = (action: Action) => routeFor(action).meta({ open: action, reach: 'installation' });

/** Puts routes together, and routers that have been put together. */
export const { router, mergeRouters } = t;
