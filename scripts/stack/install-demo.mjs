// Brings a database to the present schema and fills in the demonstration, printing its accounts as JSON:
//   DATABASE_URL=… node --import tsx scripts/stack/install-demo.mjs [--without-cases]
// Repeatable: what is there stays as it is.
import { carryOpenCases } from '@lianban/api/engine/carry-open-cases';
import { migrate } from '@lianban/db/migrate';
import { seedDemo } from '@lianban/db/seed/demo';
import { seedDemoCases } from '@lianban/db/seed/demo-cases';

const databaseUrl = process.env.DATABASE_URL;
const { applied } = await migrate(databaseUrl);
console.error(`${applied.length} migrations applied`);
const { accounts } = await seedDemo(databaseUrl);
if (!process.argv.includes('--without-cases')) {
  const { opened } = await seedDemoCases(databaseUrl);
  console.error(`${opened} cases made`);
  if (opened > 0) {
    const temporalAddress = process.env.TEMPORAL_ADDRESS;
    const namespace = process.env.TEMPORAL_NAMESPACE ?? 'default';
    console.error(`${await carryOpenCases({ databaseUrl, temporalAddress, namespace })} workflows started`);
  }
}
console.log(JSON.stringify(accounts));
