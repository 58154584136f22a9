/** The text of .oxlintrc.json: the general rules, and the import rules of each room from rooms.ts. */
import { CHAIN, closedTo, DOORS, NODE_ROOMS, ROOM_NAMES, ROOMS, type Room } from './rooms.ts';

interface Restriction {
  readonly regex: string;
  readonly message: string;
}

const UP = String.raw`^(?:\.\./)+`;

const outsideSrc: Restriction = {
  regex: `${UP}(?:bench|fixtures|scripts|test)/`,
  message: 'src/ imports nothing from outside src/.',
};

const chain: Restriction = {
  regex: String.raw`${UP}(?:${CHAIN.join('|')})\.ts$`,
  message: 'A stage does not know the chain that it is part of.',
};

const otherRules: Restriction = {
  regex: String.raw`^\./|^\.\./[^./]+/`,
  message: 'A rule imports no other rule: shared facts live in src/diagnosis/.',
};

/** Every runtime package but the one that this file is a door of. */
function packages(own?: string): Restriction {
  const names = Object.keys(DOORS).filter((name) => name !== own);
  return {
    regex: `^(?:${names.join('|')})(?:/|$)`,
    message: 'Each runtime package has one door: see scripts/rooms.ts.',
  };
}

function otherRooms(room: Room): Restriction[] {
  const closed = closedTo(room);
  if (closed.length === 0) return [];
  const message = `${room} does not import these: the flow goes one way, see scripts/rooms.ts.`;
  const list = [{ regex: `${UP}(?:${closed.join('|')})/`, message }];
  return ROOMS[room] === 'all but viewer and cli' ? list : [...list, chain];
}

function roomOf(file: string): Room {
  const room = ROOM_NAMES.find((name) => file.startsWith(`src/${name}/`));
  if (room === undefined) throw new Error(`${file} is in no room of scripts/rooms.ts`);
  return room;
}

function restrict(files: string[], patterns: readonly Restriction[]): object {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const NODE_GLOBALS = ['Buffer', 'process', 'setImmediate', 'global', '__dirname', 'require'];

/** An override replaces the list of an earlier one, so each states its list in full; the last one that matches wins. */
function overrides(): object[] {
  const everywhere = [packages(), outsideSrc];
  const browser = NODE_GLOBALS.map((name) => ({ name, message: 'This also runs in a browser.' }));
  return [
    {
      files: ['src/**'],
      rules: {
        'no-console': 'error',
        'import/no-nodejs-modules': 'error',
        'no-restricted-globals': ['error', ...browser],
      },
    },
    {
      files: NODE_ROOMS.map((room) => `src/${room}/**`),
      rules: { 'import/no-nodejs-modules': 'off', 'no-restricted-globals': 'off' },
    },
    { files: ['src/cli/**'], rules: { 'no-console': 'off' } },
    restrict(['src/**'], everywhere),
    ...ROOM_NAMES.map((room) => restrict([`src/${room}/**`], [...otherRooms(room), ...everywhere])),
    restrict(['src/diagnosis/rules/*/**'], [otherRules, ...otherRooms('diagnosis'), ...everywhere]),
    ...Object.entries(DOORS).flatMap(([name, files]) =>
      files.map((file) =>
        restrict([file], [...otherRooms(roomOf(file)), packages(name), outsideSrc]),
      ),
    ),
  ];
}

const general = {
  $schema: './node_modules/oxlint/configuration_schema.json',
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['dist', 'coverage', 'src/report/html/bundle.ts'],
  rules: {
    eqeqeq: 'error',
    'import/no-cycle': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    // Code points are how columns are counted.
    'typescript/no-misused-spread': ['error', { allow: ['string'] }],
    'typescript/only-throw-error': 'error',
    'typescript/return-await': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    // Off, each for a reason: control characters are this project's daily bread, loops run over private fields that
    // their calls change, chunks and sources are awaited in order, a sort of a fresh copy is fine, narrowing by `as` is
    // reviewed and not linted, missing returns are the compiler's business, registries hold functions without `this`,
    // and tests run over material that may be absent and assert through helpers.
    'import/no-named-as-default-member': 'off',
    'no-await-in-loop': 'off',
    'no-control-regex': 'off',
    'no-unmodified-loop-condition': 'off',
    'oxc/no-map-spread': 'off',
    'typescript/consistent-return': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/unbound-method': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-new-array': 'off',
    'unicorn/no-useless-spread': 'off',
    'unicorn/prefer-set-has': 'off',
    'vitest/expect-expect': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/no-conditional-tests': 'off',
    'vitest/valid-title': 'off',
  },
};

export function lintConfig(): string {
  return `${JSON.stringify({ ...general, overrides: overrides() }, null, 2)}\n`;
}
