import { fileRouter } from '@lianban/api/file-router';
import { appRouter } from '@lianban/api/router';
import { mergeRouters } from '@lianban/api/trpc';

/** All routes, whichever scope of the service leads to them. */
export const everyRoute = mergeRouters(appRouter, fileRouter);

/** What is read of a route in tests; the library keeps it on every procedure. */
export interface RouteDefinition {
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly meta?: object;
  readonly inputs: readonly unknown[];
  readonly output?: unknown;
}

/** Their definitions under their dotted names. The library keeps them flat; its types show the nested record. */
export const routeDefinitions = everyRoute._def.procedures as unknown as Readonly<
  Record<string, { readonly _def: RouteDefinition }>
>;
