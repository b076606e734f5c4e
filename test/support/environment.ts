/** Where the servers of this test run are. @throws Error naming the variable that is missing. */
export function testServer(
  name:
    'LIANBAN_TEST_DATABASE_URL' | 'LIANBAN_TEST_TEMPORAL' | 'LIANBAN_WORKFLOW_BUNDLE' | 'CHROMIUM_PATH' | 'LIANBAN_WEB',
): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(
      `${name} is not set: run \`npm test\`, or \`node scripts/dev-servers.mjs\` and source .lianban/dev.env`,
    );
  return value;
}
