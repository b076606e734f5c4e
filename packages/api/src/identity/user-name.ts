/** What an account may be called: 3 to 60 lower-case letters, digits, dots and hyphens, a letter first. */
export const USER_NAME = /^[a-z][a-z0-9.-]{2,59}$/;
