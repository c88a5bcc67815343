/** The rooms in the order that data flows through them: each imports only those before it. */
const ROOMS = [
  'packages/client',
  'packages/core',
  'packages/launcher',
  'packages/processes',
  'packages/documents',
  'packages/inference',
  'packages/index',
  'packages/index-sqlite',
  'packages/index-weaviate',
  'packages/index-location',
  'packages/ingestion',
  'packages/reader',
  'packages/retrieval',
  'packages/answering',
  'packages/writer',
  'packages/engine',
  'packages/evaluation',
  'packages/mcp',
  'apps/api',
  'apps/cli',
];
const NOT_SHIPPED = '(\\.(?:test|cluster)\\.tsx?$|/testing/)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Two files import each other in a circle. Move what both need into a file of its own.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circle-of-folders',
      severity: 'error',
      comment: 'Two folders import each other. Move what both need into one that both may import.',
      scope: 'folder',
      from: { path: '^packages/documents/src' },
      to: { circular: true },
    },
    ...ROOMS.slice(0, -1).map((room, index) => ({
      name: `rooms-before-${room.split('/')[1]}`,
      severity: 'error',
      comment: `${room} imports a room that comes after it. Move what it needs into a room before it, or have it passed in.`,
      from: { path: `^${room}/` },
      to: { path: ROOMS.slice(index + 1).map((later) => `^${later}/`) },
    })),
    {
      name: 'through-the-index',
      severity: 'error',
      comment:
        'A room is entered through its index.ts, or by tests through testing/index.ts. Export there what you need.',
      from: { path: '^((?:packages|apps)/[^/]+|scripts|tests)/' },
      to: {
        path: '^(?:packages|apps)/[^/]+/',
        pathNot: [
          '^$1/',
          '^packages/[^/]+/src/(?:index\\.ts|testing/[^/]+\\.ts)$',
          '^packages/launcher/src/(?:import-source|run)\\.js$',
          '^apps/[^/]+/src/index\\.ts$',
          '/package\\.json$',
        ],
      },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      comment:
        'What is in a folder "testing" is for tests and scripts. Move what the product needs out of it.',
      from: { path: '^(?:packages|apps)/', pathNot: NOT_SHIPPED },
      to: { path: '/testing/' },
    },
    {
      name: 'web-speaks-graphql',
      severity: 'error',
      comment:
        'The web app knows the API only through packages/client, whose documents schema.graphql types. Ask for what you need there.',
      from: { path: '^apps/web/' },
      to: { path: '^(?:packages/(?!client/)|apps/(?!web/))' },
    },
    {
      name: 'nobody-imports-scripts',
      severity: 'error',
      comment: 'scripts/ is where things begin. Move what others need into a room.',
      from: { path: '^(?:packages|apps|tests)/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      comment: 'A library is imported that the package.json beside the code does not name. Add it there.',
      from: { pathNot: '\\.config\\.ts$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'The module is not found. Correct the path, or run npm ci.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shipped-code-without-test-libraries',
      severity: 'error',
      comment:
        'Code that ships imports a library that is declared for development only. Declare it under "dependencies".',
      from: { path: '^(?:packages|apps)/[^/]+/src/', pathNot: NOT_SHIPPED },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(?:\\.next|dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'require'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
