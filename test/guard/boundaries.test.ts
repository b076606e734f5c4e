import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IModule,
  type IResolveOptions,
} from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './source-files.ts';

const options = await extractDepcruiseOptions(join(root, '.dependency-cruiser.cjs'));
const tsConfig = extractTSConfig(join(root, 'tsconfig.base.json'));

async function cruiseIn(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  const chosen: ICruiseOptions = { ...options, baseDir };
  const resolving: Partial<IResolveOptions> = {};
  const { output } = await cruise([...folders], chosen, resolving, { tsConfig });
  if (typeof output === 'string') throw new Error('the cruiser reported instead of answering');
  return output;
}

describe('the tree', () => {
  let modules: readonly IModule[] = [];
  let broken: readonly string[] = [];

  beforeAll(async () => {
    const { modules: found, summary } = await cruiseIn(root, ['apps', 'packages', 'test', 'scripts']);
    modules = found;
    broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  });

  test('is seen: a checker that reads nothing finds nothing wrong', () => {
    const own = modules.filter(({ source }) => !source.includes('node_modules'));
    const imports = own.flatMap(({ dependencies }) => dependencies);
    expect(own.length).toBeGreaterThan(190);
    expect(imports.length).toBeGreaterThan(500);
    expect(imports.some(({ dependencyTypes }) => dependencyTypes.includes('type-only'))).toBe(true);
    expect(imports.some(({ resolved }) => resolved === 'packages/domain/src/civil-date.ts')).toBe(true);
  });

  test('keeps every boundary', () => {
    expect(broken).toEqual([]);
  });

  /** Everything that the file loads, by chains of run-time imports. */
  function loadedBy(entry: string): readonly string[] {
    const bySource = new Map(modules.map((module) => [module.source, module]));
    const reached = new Set([entry]);
    for (const source of reached) {
      for (const { resolved, dependencyTypes } of bySource.get(source)?.dependencies ?? []) {
        if (!dependencyTypes.includes('type-only')) reached.add(resolved);
      }
    }
    expect(reached.size).toBeGreaterThan(30);
    return [...reached];
  }

  test('keeps zod and the lunar calendar out of the workflow bundle', () => {
    const loaded = loadedBy('packages/workflows/src/workflows.ts');
    expect(loaded.filter((source) => /node_modules\/(zod|tyme4ts)\//.test(source))).toEqual([]);
  });

  test('keeps the lunar calendar out of the console', () => {
    expect(loadedBy('apps/web/src/main.tsx').filter((source) => source.includes('/tyme4ts/'))).toEqual([]);
  });
});

/** For each rule the files that break it, and what they import. */
const PLANTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'domain-is-pure': { 'packages/domain/src/impure.ts': "import 'node:fs';" },
  'lunar-days-have-one-door': { 'packages/domain/src/impure.ts': "import 'tyme4ts';" },
  'vocabulary-is-pure': { 'packages/workflows/src/vocabulary/impure.ts': "import '../kernel/sound.ts';" },
  'procedures-are-pure': { 'packages/workflows/src/procedures/impure.ts': "import 'pg';" },
  'kernel-is-pure': { 'packages/workflows/src/kernel/impure.ts': "import '../procedures/sound.ts';" },
  'messages-are-safe-for-clients': { 'packages/workflows/src/messages.ts': "import './procedures/sound.ts';" },
  'messages-take-kernel-types': { 'packages/workflows/src/messages.ts': "import { sound } from './kernel/sound.ts';" },
  'only-the-driver-knows-temporal': { 'packages/workflows/src/drivers/simulator.ts': "import '@temporalio/workflow';" },
  'workflows-no-node': { 'packages/workflows/src/drivers/temporal.ts': "import { hostname } from 'node:os';" },
  'workflows-know-domain-only': { 'packages/workflows/src/drivers/temporal.ts': "import '../../../db/src/sound.ts';" },
  'db-no-temporal': { 'packages/db/src/impure.ts': "import type { x } from '@temporalio/workflow';" },
  'db-speaks-vocabulary': {
    'packages/db/src/impure.ts': "import type { sound } from '../../workflows/src/procedures/sound.ts';",
  },
  'db-takes-kernel-types': {
    'packages/db/src/impure.ts': "import { sound } from '../../workflows/src/kernel/sound.ts';",
  },
  'db-stands-below': { 'packages/db/src/impure.ts': "import type { sound } from '../../api/src/sound.ts';" },
  'api-sends-messages': {
    'packages/api/src/impure.ts': "import type { sound } from '../../workflows/src/drivers/sound.ts';",
  },
  'api-takes-kernel-types': {
    'packages/api/src/impure.ts': "import { sound } from '../../workflows/src/kernel/sound.ts';",
  },
  'rehearsal-plays-on-the-simulator': {
    'packages/api/src/rehearsal/impure.ts': "import '../../../workflows/src/drivers/sound.ts';",
  },
  'rehearsal-is-for-commands': {
    'packages/api/src/routes/impure.ts': "import '../rehearsal/sound.ts';",
    'packages/api/src/rehearsal/sound.ts': 'export const sound = 1;',
  },
  'api-is-a-client': { 'packages/api/src/impure.ts': "import '@temporalio/workflow';" },
  'web-types-only-from-api': {
    'apps/web/src/impure.ts': "import { sound } from '../../../packages/api/src/sound.ts';",
  },
  'web-no-server': { 'apps/web/src/impure.ts': "import type { sound } from '../../../packages/db/src/sound.ts';" },
  'web-no-node': { 'apps/web/src/impure.ts': "import 'node:path';" },
  'web-reads-catalogues': {
    'apps/web/src/impure.ts': "import type { sound } from '../../../packages/workflows/src/kernel/sound.ts';",
  },
  'apps-are-leaves': {
    'packages/api/src/impure.ts': "import type { sound } from '../../../apps/worker/src/sound.ts';",
  },
  'apps-are-apart': { 'apps/web/src/impure.ts': "import type { sound } from '../../worker/src/sound.ts';" },
  'tests-stay-outside': { 'packages/db/src/impure.ts': "import './sound.test.ts';" },
  'no-cycles': {
    'packages/api/src/impure.ts': "import './sound.ts';",
    'packages/api/src/sound.ts': "import './impure.ts';",
  },
  'not-to-unresolvable': { 'packages/api/src/impure.ts': "import './nowhere.ts';" },
};

/** What the planted files import. */
const SOUND = [
  'packages/workflows/src/kernel/sound.ts',
  'packages/workflows/src/procedures/sound.ts',
  'packages/workflows/src/drivers/sound.ts',
  'packages/db/src/sound.ts',
  'packages/db/src/sound.test.ts',
  'packages/api/src/sound.ts',
  'apps/worker/src/sound.ts',
  'node_modules/@temporalio/workflow/index.js',
  'node_modules/pg/index.js',
  'node_modules/tyme4ts/index.js',
];

describe('a planted violation', () => {
  const field = mkdtempSync(join(tmpdir(), 'lianban-boundaries-'));

  /** Names of the rules that a tree of sound files breaks once `planted` is put on top. */
  async function reportedIn(name: string, planted: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const tree = join(field, name);
    const sound = Object.fromEntries(SOUND.map((file) => [file, 'export const sound = 1;']));
    for (const [file, text] of Object.entries({ ...sound, ...planted })) {
      mkdirSync(join(tree, dirname(file)), { recursive: true });
      writeFileSync(join(tree, file), text);
    }
    const { summary } = await cruiseIn(tree, ['apps', 'packages']);
    return summary.violations.map(({ rule }) => rule.name);
  }

  afterAll(() => rmSync(field, { recursive: true }));

  test('is what makes the difference: without one nothing is reported', async () => {
    expect(await reportedIn('sound', {})).toEqual([]);
  });

  test.each(Object.entries(PLANTED))('%s is reported', async (rule, planted) => {
    expect(await reportedIn(rule, planted)).toContain(rule);
  });

  test('exists for every rule', () => {
    const rules = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
      forbidden: { name: string }[];
    };
    expect(Object.keys(PLANTED).sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
  });
});
