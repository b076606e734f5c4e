/** A variable that `npm run bench` sets. @throws Error naming it when it is missing. */
export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: run \`npm run bench\``);
  return value;
}
