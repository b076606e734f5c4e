/** Path at which browsers come back from the identity provider: the one address of ours that other sites lead to. */
export const CALLBACK = '/oidc/callback';
