import type { Role } from './role.ts';

/** Who comes in by a password where officials come by the identity provider: applicants, and whoever keeps the system when it is away. */
const BY_PASSWORD: ReadonlySet<Role> = new Set(['APP', 'DIST', 'ADM']);

/** Whether somebody who may act in these posts comes in by a password there: in all of them, so that none is reached around the provider. */
export const mayUsePassword = (roles: readonly Role[]): boolean => roles.every((role) => BY_PASSWORD.has(role));
