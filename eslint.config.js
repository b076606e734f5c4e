import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.test.{ts,tsx}', '**/scenarios.ts', 'packages/*/src/testing/**', 'test/**/*.ts'];
/** What runs inside a workflow, or may: the same input must give the same result on every machine and on every replay. */
const REPLAYED = ['packages/domain/src/**/*.ts', 'packages/workflows/src/**/*.ts'];
const PROCEDURES = ['packages/workflows/src/procedures/**/*.ts'];
const DRIVERS = ['packages/workflows/src/drivers/**/*.ts'];

const NODE_GLOBALS = Object.fromEntries(
  Object.keys(Object.getOwnPropertyDescriptors(globalThis)).map((name) => [name, 'readonly']),
);

const LOCAL_TIME =
  '/^(get|set)(Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|TimezoneOffset|Year)$|^to(Date|Time)String$/';

// Selectors, so that the rule says what to do instead of which global was touched.
const sameOnEveryMachine = [
  {
    selector: "CallExpression[callee.name='setHandler'] Property[key.name='validator'] > [async=true]",
    message: 'A validator is called without await, so an async one can never reject. Make it synchronous.',
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'Temporal.Now is not replay-safe. Take the instant from the input.',
  },
  {
    selector: `CallExpression > MemberExpression.callee[property.name=${LOCAL_TIME}]`,
    message: 'Depends on the time zone of the machine. Compute with civil dates.',
  },
  {
    selector: 'MemberExpression[property.name=/^toLocale/]',
    message: 'Depends on the locale of the machine. Texts are formatted where they are shown.',
  },
  {
    selector: "MemberExpression[object.name='Intl']",
    message: 'Depends on the ICU data of the machine. Texts are formatted where they are shown.',
  },
  {
    selector: "MemberExpression[object.name='process']",
    message: 'Replayed code knows neither environment nor process. Hand the value in.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance is drawn outside and handed in.',
  },
  {
    selector: "MemberExpression[object.name='crypto']",
    message: 'Chance and hashes are made where the row is written.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length>1]",
    message: 'Reads its parts in the time zone of the machine. Compute with civil dates.',
  },
];

const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the instant from the input.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Take the instant from the input.' },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take the instant from the input.',
  },
  { selector: "MemberExpression[object.name='performance']", message: 'Take the instant from the input.' },
  {
    selector: 'CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate|queueMicrotask)$/]',
    message: 'Only a driver may wait for time.',
  },
];

const onlyTheVocabulary = [
  { selector: 'TryStatement', message: 'Nothing the vocabulary throws may be caught: it ends the strand.' },
  {
    selector: 'CallExpression[callee.property.name=/^(then|catch|finally)$/]',
    message: 'Await the word at once, alone in its strand.',
  },
  {
    selector: "MemberExpression[object.name='Promise']",
    message: 'Strands run side by side by p.inParallel, never by Promise combinators.',
  },
  { selector: "NewExpression[callee.name='Promise']", message: 'A procedure waits only on words of the vocabulary.' },
  {
    selector: ':matches(WhileStatement, DoWhileStatement, ForStatement):not(:has(AwaitExpression))',
    message: 'A loop that speaks no waiting word never ends its turn.',
  },
  { selector: "NewExpression[callee.name='Date']", message: 'A procedure has p.now and p.today.' },
  {
    selector: ':matches(BinaryExpression, AssignmentExpression)[operator=/^(-|\\*|\\u002F|%|\\*\\*|<<|>>|>>>)=?$/]',
    message: 'No arithmetic in a flow: days and limits are rules, counting is p.times.',
  },
  {
    selector: "BinaryExpression[operator='+']:not(:has(> Literal[raw=/^['\"]/])):not(:has(> TemplateLiteral))",
    message: 'No arithmetic in a flow: days and limits are rules, counting is p.times.',
  },
  { selector: "AssignmentExpression[operator='+=']", message: 'No arithmetic in a flow: counting is p.times.' },
  { selector: 'UpdateExpression', message: 'No arithmetic in a flow: counting is p.times.' },
];

const noNodeBuiltins = {
  paths: builtinModules.filter((name) => !name.startsWith('_')),
  patterns: [{ group: ['node:*'], message: 'Replayed code has no Node. Put the effect behind a port.' }],
};

/** `as` overrules the checker, so each one says why it is right. */
const reasonedAssertion = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { unreasoned: 'Say in a comment, on this line or above, why this assertion is right.' },
  },
  create: ({ report, sourceCode }) => {
    const commented = new Set(sourceCode.getAllComments().map((comment) => comment.loc.end.line));
    return {
      TSAsExpression(node) {
        if (node.typeAnnotation.typeName?.name === 'const') return;
        const first = node.loc.start.line - 1;
        for (let line = first; line <= node.loc.end.line; line += 1) if (commented.has(line)) return;
        report({ node, messageId: 'unreasoned' });
      },
    };
  },
};

export default defineConfig(
  globalIgnores(['**/dist/', '**/.turbo/', '.lianban/', 'packages/db/src/generated/']),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    name: 'lianban/everywhere',
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { lianban: { rules: { 'reasoned-assertion': reasonedAssertion } } },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: false, skipComments: false }],
      'max-params': ['error', { max: 3 }],
      'no-console': 'error',
      'no-fallthrough': 'off', // the compiler's noFallthroughCasesInSwitch also knows calls that never return
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
      '@typescript-eslint/require-await': 'off', // a port asks for a promise, whether or not there is anything to wait for
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      'lianban/reasoned-assertion': 'error',
    },
  },
  {
    name: 'lianban/replayed',
    files: REPLAYED,
    ignores: [...TESTS, ...DRIVERS],
    rules: {
      'no-restricted-imports': ['error', noNodeBuiltins],
      'no-restricted-syntax': ['error', ...sameOnEveryMachine, ...noClock],
    },
  },
  {
    name: 'lianban/drivers',
    files: DRIVERS,
    ignores: TESTS,
    rules: {
      'no-restricted-imports': ['error', noNodeBuiltins],
      'no-restricted-syntax': ['error', ...sameOnEveryMachine],
    },
  },
  {
    name: 'lianban/procedures',
    files: PROCEDURES,
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...sameOnEveryMachine, ...noClock, ...onlyTheVocabulary] },
  },
  {
    name: 'lianban/components',
    files: ['apps/web/src/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: false, skipComments: false }] },
  },
  {
    name: 'lianban/tests',
    files: TESTS,
    rules: {
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: false, skipComments: false }],
      'max-params': ['error', { max: 4 }],
      '@typescript-eslint/await-thenable': 'off',
      'lianban/reasoned-assertion': 'off',
    },
  },
  {
    name: 'lianban/command-line',
    files: ['scripts/**', 'test/bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Plain JavaScript has no declared types to be unsafe with; the rules about promises still see enough.
    name: 'lianban/javascript',
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: NODE_GLOBALS,
      parserOptions: { projectService: true },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
    },
  },
  {
    name: 'lianban/commonjs',
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { __dirname: 'readonly', module: 'writable', require: 'readonly' },
    },
  },
);
