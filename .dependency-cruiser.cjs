// Who may import whom. Every rule is an error: a forbidden import is a design error, so the code moves, never the rule.

const TESTS = '\\.test\\.tsx?$|/[a-z-]*scenarios?(-acts)?\\.ts$|^packages/[^/]+/src/testing/';
const DOMAIN = '^packages/domain/src/';
const FESTIVALS = '^packages/domain/src/festivals\\.ts$';
const LUNAR = 'node_modules/tyme4ts/';
const VOCABULARY = '^packages/workflows/src/vocabulary/';
const PROCEDURES = '^packages/workflows/src/procedures/';
const KERNEL = '^packages/workflows/src/kernel/';
const MESSAGES = '^packages/workflows/src/messages\\.ts$';

/** Plays cases that only a script knows: no record, no engine. */
const REHEARSAL = '^packages/workflows/src/rehearsal/';
const PLAYED = '^packages/api/src/rehearsal/';

/** One rule: whatever matches `from` must not import whatever matches `to`. */
const never = (name, comment, { from, to }) => ({ name, severity: 'error', comment, from, to });

/** Everything in `folder` that ships, tests left out. */
const shipped = (folder) => ({ path: folder, pathNot: TESTS });

/** Drives the lives of the demonstration through the real procedures before any engine runs. */
const DEMONSTRATION = '^packages/db/src/seed/driving\\.ts$';

const VALUES_ONLY = { dependencyTypesNot: ['type-only'] };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    never('domain-is-pure', 'the domain knows zod and itself', {
      from: shipped(DOMAIN),
      to: { pathNot: [DOMAIN, 'node_modules/zod/', LUNAR] },
    }),
    never('lunar-days-have-one-door', 'one file asks the lunar calendar, docs/adr/0012', {
      from: { path: '^(apps|packages|test|scripts)/', pathNot: FESTIVALS },
      to: { path: LUNAR },
    }),

    never('vocabulary-is-pure', 'the vocabulary is made of domain words', {
      from: shipped(VOCABULARY),
      to: { pathNot: [VOCABULARY, DOMAIN] },
    }),
    never('procedures-are-pure', 'a procedure speaks only the vocabulary and the domain', {
      from: shipped(PROCEDURES),
      to: { pathNot: [PROCEDURES, VOCABULARY, DOMAIN] },
    }),
    never('kernel-is-pure', 'the kernel knows no host, no engine and no procedure', {
      from: shipped(KERNEL),
      to: { pathNot: [KERNEL, VOCABULARY, DOMAIN] },
    }),
    never('messages-are-safe-for-clients', 'names, ids and shapes; nothing that runs', {
      from: shipped(MESSAGES),
      to: { pathNot: [VOCABULARY, KERNEL, DOMAIN] },
    }),
    never('messages-take-kernel-types', 'clients must not carry the kernel', {
      from: shipped(MESSAGES),
      to: { path: KERNEL, ...VALUES_ONLY },
    }),
    never(
      'only-the-driver-knows-temporal',
      'one file binds the kernel to the engine, so that everything else runs without it',
      {
        from: {
          path: '^packages/workflows/src/',
          pathNot: '^packages/workflows/src/(drivers/temporal|workflows)\\.ts$',
        },
        to: { path: ['node_modules/@temporalio/', '^packages/workflows/src/drivers/temporal\\.ts$'] },
      },
    ),
    never('workflows-no-node', 'workflow code runs in an isolate without Node', {
      from: shipped('^packages/workflows/src/'),
      to: { dependencyTypes: ['core'] },
    }),
    never('workflows-know-domain-only', 'workflow code is pure', {
      from: { path: '^packages/workflows/src/' },
      to: { path: ['^packages/', '^apps/'], pathNot: ['^packages/workflows/', DOMAIN] },
    }),

    never('db-no-temporal', 'the record does not depend on the engine', {
      from: { path: '^packages/db/' },
      to: { path: 'node_modules/@temporalio/' },
    }),
    never('db-speaks-vocabulary', 'the record stores what the kernel says', {
      from: { path: '^packages/db/src/', pathNot: [TESTS, DEMONSTRATION] },
      to: { path: '^packages/workflows/src/', pathNot: [VOCABULARY, KERNEL] },
    }),
    never('db-takes-kernel-types', 'no procedure code runs in a transaction; the fingerprint of a row is none', {
      from: { path: '^packages/db/src/', pathNot: [TESTS, DEMONSTRATION] },
      to: { path: KERNEL, pathNot: '^packages/workflows/src/kernel/digest\\.ts$', ...VALUES_ONLY },
    }),
    never('db-stands-below', 'nothing above the record is known to it', {
      from: { path: '^packages/db/' },
      to: { path: '^packages/api/' },
    }),

    never('api-sends-messages', 'the service talks to cases by messages', {
      from: { path: '^packages/api/src/', pathNot: [TESTS, PLAYED] },
      to: { path: '^packages/workflows/src/', pathNot: [MESSAGES, VOCABULARY, PROCEDURES, KERNEL] },
    }),
    never('rehearsal-plays-on-the-simulator', 'a script is played without an engine', {
      from: shipped(PLAYED),
      to: {
        path: '^packages/workflows/src/',
        pathNot: [VOCABULARY, PROCEDURES, KERNEL, REHEARSAL, '^packages/workflows/src/drivers/simulator\\.ts$'],
      },
    }),
    never('rehearsal-is-for-commands', 'nothing that serves people plays cases', {
      from: { path: '^(apps|packages)/', pathNot: [TESTS, PLAYED, '^packages/api/src/commands/'] },
      to: { path: PLAYED },
    }),
    never('api-takes-kernel-types', 'only a workflow turns a case', {
      from: shipped('^packages/api/src/'),
      to: { path: KERNEL, ...VALUES_ONLY },
    }),
    never('api-is-a-client', 'the service never runs workflow code', {
      from: shipped('^packages/api/src/'),
      to: { path: 'node_modules/@temporalio/', pathNot: 'node_modules/@temporalio/(client|common|proto)/' },
    }),

    never('web-types-only-from-api', 'the console knows the shapes of the service', {
      from: { path: '^apps/web/' },
      to: { path: '^packages/api/', ...VALUES_ONLY },
    }),
    never('web-no-server', 'the console runs in a browser', {
      from: { path: '^apps/web/src/' },
      to: { path: ['^packages/db/', 'node_modules/(@temporalio|@prisma|@fastify|fastify|pg|pino)/'] },
    }),
    never('web-no-node', 'the console runs in a browser', {
      from: shipped('^apps/web/src/'),
      to: { dependencyTypes: ['core'] },
    }),
    never('web-reads-catalogues', 'labels and limits come from the catalogues', {
      from: shipped('^apps/web/src/'),
      to: { path: '^packages/workflows/src/', pathNot: [VOCABULARY, PROCEDURES] },
    }),

    never('apps-are-leaves', 'applications compose, nothing builds on them', {
      from: { path: '^(packages|scripts)/' },
      to: { path: '^apps/' },
    }),
    never('apps-are-apart', 'two applications meet in packages', {
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    }),
    never('tests-stay-outside', 'what ships does not import tests', {
      from: { path: '^(apps|packages)/', pathNot: TESTS },
      to: { path: ['^test/', TESTS] },
    }),

    never('no-cycles', 'a cycle has no first module; types may refer to each other', {
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    }),
    never('not-to-unresolvable', 'an import that leads nowhere', {
      from: {},
      to: { couldNotResolve: true },
    }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.base.json` },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)(dist|generated)/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
};
