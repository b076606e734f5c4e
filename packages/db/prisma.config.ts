import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  // Only for the stock command line; the processes are handed their connection.
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://localhost:5432/lianban' },
});
