// Who may import whom. packages/tooling/import-directions.test.ts plants a violation of each rule and sees it caught.
const tests = ['\\.test\\.tsx?$', '^test/', '/src/test/']

/** Folders of the screens that stand under all nouns; every other one is a noun's. */
const sharedScreens = 'chains|evidence|exports|find|frame|gql|graph|grounds|list|many|record|session|test|trends|words'

/** @type {(name: string, comment: string, from: object, to: object) => object} */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    never(
      'domain-imports-nothing',
      'The rules are pure: no package, no other layer. Their tests may use test tools and the builders of test/build.',
      { path: '^packages/domain/src/', pathNot: tests },
      { pathNot: '^packages/domain/src/' },
    ),
    never(
      'kernel-knows-no-noun',
      'The kernel stands under every noun; only kernel/names.ts may look at the list of them.',
      { path: '^packages/domain/src/kernel/', pathNot: [...tests, '^packages/domain/src/kernel/names\\.ts$'] },
      { path: '^packages/domain/src/', pathNot: '^packages/domain/src/kernel/' },
    ),
    never(
      'names-take-types-only',
      'kernel/names.ts takes the types of the list of nouns, so nothing of it is there when the program runs.',
      { path: '^packages/domain/src/kernel/names\\.ts$' },
      { path: '^packages/domain/src/', pathNot: '^packages/domain/src/kernel/', dependencyTypesNot: ['type-only'] },
    ),
    never(
      'names-know-the-list-only',
      'What kernel/names.ts knows of the nouns, it knows from the one list of them.',
      { path: '^packages/domain/src/kernel/names\\.ts$' },
      { path: '^packages/domain/src/', pathNot: ['^packages/domain/src/kernel/', '^packages/domain/src/nouns\\.ts$'] },
    ),
    never(
      'noun-asks-by-name',
      "A noun imports itself, the kernel and approvals; another noun's decision is asked for by its name.",
      { path: '^packages/domain/src/(?!kernel/)([^/]+)/', pathNot: tests },
      { path: '^packages/domain/src/', pathNot: '^packages/domain/src/($1|kernel|approvals)/' },
    ),
    never(
      'domain-by-its-entrance',
      'Other packages know the domain by its entrance.',
      { path: '^(apps|packages)/', pathNot: ['^packages/domain/', ...tests] },
      { path: '^packages/domain/src/', pathNot: '^packages/domain/src/index\\.ts$' },
    ),
    never(
      'ui-stands-alone',
      'Components know React and its libraries: no domain, no GraphQL, no router, no other package of ours.',
      { path: '^packages/ui/src/', pathNot: [...tests, '[.]stories[.]tsx$'] },
      {
        path: ['^(apps|packages|test|prisma)/', 'node_modules/(graphql|urql|@urql|@tanstack/react-router)/'],
        pathNot: '^packages/ui/src/',
      },
    ),
    never(
      'admin-knows-the-schema-only',
      'The screens know the components, the words shared with the server and the types generated from the schema.',
      { path: '^apps/admin/', pathNot: tests },
      {
        path: '^(apps|packages|test|prisma)/',
        pathNot: ['^apps/admin/', '^packages/ui/src/(index\\.ts|styles\\.css|words/)', '^packages/words/'],
      },
    ),
    never(
      'screens-of-one-noun',
      "The screens of one noun never take another's; what two of them need has a folder of its own.",
      { path: `^apps/admin/src/(?!(?:${sharedScreens})/)([^/]+)/`, pathNot: tests },
      { path: `^apps/admin/src/(?!(?:${sharedScreens})/)[^/]+/`, pathNot: '^apps/admin/src/$1/' },
    ),
    never(
      'shared-screens-know-no-noun',
      'What many screens share knows none of them; AnyRecord alone fetches the page of whatever noun is asked for.',
      { path: `^apps/admin/src/(?:${sharedScreens})/`, pathNot: [...tests, '^apps/admin/src/record/AnyRecord\\.tsx$'] },
      { path: `^apps/admin/src/(?!(?:${sharedScreens})/)[^/]+/` },
    ),
    never(
      'server-knows-domain-and-database',
      "The server knows the domain, the commands' way to a database, and how a command ends with one line (stopped.ts).",
      { path: '^apps/server/', pathNot: tests },
      {
        path: '^(apps|packages|test)/',
        pathNot: ['^apps/server/', '^packages/domain/src/', '^packages/words/', '^packages/tooling/(database/|stopped\\.ts$)'],
      },
    ),
    never(
      'tooling-serves-all',
      'Commands start the server and import no screens and no rules. (What start.ts imports of the server, it imports when it is built.)',
      { path: '^packages/tooling/', pathNot: tests },
      { path: '^(apps/admin|packages/(domain|ui)|test)/' },
    ),
    never('tests-are-imported-by-tests', 'Nothing that ships imports a test.', { pathNot: tests }, { path: tests }),
    never(
      'no-cycles',
      'A file that needs itself cannot be read from top to bottom. (A page that is fetched when opened may lead back.)',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    ),
    never(
      'no-barrels',
      'A file is imported where it lies; only a package has an entrance that passes on.',
      { path: '(^|/)index\\.tsx?$', pathNot: ['^packages/(domain|ui)/src/index\\.ts$', '^apps/admin/src/gql/'] },
      { dependencyTypes: ['export'] },
    ),
    never('resolves', 'What is imported is there.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
