import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const root = join(dirname(fileURLToPath(import.meta.url)), '../prisma');
const schemaFolder = join(root, 'schema');
const migrationsFolder = join(root, 'migrations');

/** The part of the platform's WebAssembly used here; the types of Node 20 have only its name. */
declare const WebAssembly: {
  instantiate(
    code: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/** Sends a script whole: the stock adapter cuts it at every semicolon, those inside function bodies included. */
class WholeScripts extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const connection = await super.connect();
    connection.executeScript = async (script) => {
      await connection.underlyingDriver().query(script);
    };
    return connection;
  }
}

const filters = { externalTables: [], externalEnums: [] };

/** Prisma's schema engine in this process: no download, no child process. Needs a connection that may create tables. */
export class SchemaEngine {
  readonly #engine: bindings.SchemaEngine;
  readonly #pool: pg.Pool;

  private constructor(engine: bindings.SchemaEngine, pool: pg.Pool) {
    this.#engine = engine;
    this.#pool = pool;
  }

  static async connect(databaseUrl: string): Promise<SchemaEngine> {
    await instantiate();
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
    const datamodels = (await schemaFiles()).map(({ path, content }): [string, string] => [path, content]);
    return new SchemaEngine(await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter), pool);
  }

  /** Applies the migrations that `_prisma_migrations` does not name yet. Gives their names in order. */
  async applyMigrations(): Promise<readonly string[]> {
    const { appliedMigrationNames } = await this.#engine.applyMigrations({
      migrationsList: await migrationList(),
      filters,
    });
    return appliedMigrationNames;
  }

  /** SQL that would turn an empty database into the Prisma schema. */
  async scriptFromEmpty(): Promise<string> {
    const to = { tag: 'schemaDatamodel' as const, files: await schemaFiles() };
    const { stdout } = await this.#engine.diff({ from: { tag: 'empty' }, to, script: true, exitCode: null, filters });
    return stdout ?? '';
  }

  async close(): Promise<void> {
    this.#engine.free();
    await this.#pool.end();
  }
}

/** The engine never clears the timer that limits its wait for a lock; it must not keep the process alive. */
const patient = (callback: () => void, ms: number): NodeJS.Timeout => setTimeout(callback, ms).unref();

let instantiated: Promise<void> | undefined;

/** Loads the module by hand, because Node 20 cannot import WebAssembly. */
function instantiate(): Promise<void> {
  instantiated ??= (async () => {
    const path = join(
      dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')),
      'schema_engine_bg.wasm',
    );
    const imports = Object.entries<unknown>(bindings).map(([name, value]): [string, unknown] => [
      name,
      name.startsWith('__wbg_setTimeout') ? patient : value,
    ]);
    const { instance } = await WebAssembly.instantiate(await readFile(path), {
      './schema_engine_bg.js': Object.fromEntries(imports),
    });
    bindings.__wbg_set_wasm(instance.exports);
    const { __wbindgen_start: start } = instance.exports as { readonly __wbindgen_start: () => void }; // made by wasm-bindgen
    start();
  })();
  return instantiated;
}

async function schemaFiles(): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: join(schemaFolder, name),
      content: await readFile(join(schemaFolder, name), 'utf8'),
    })),
  );
}

async function migrationList(): Promise<bindings.MigrationList> {
  const folders = (await readdir(migrationsFolder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const migrationDirectories = await Promise.all(
    folders.sort().map(async (path) => {
      const value = await readFile(join(migrationsFolder, path, 'migration.sql'), 'utf8');
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    }),
  );
  const lockfile = {
    path: 'migration_lock.toml',
    content: await readFile(join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
  };
  return { baseDir: migrationsFolder, lockfile, shadowDbInitScript: '', migrationDirectories };
}
