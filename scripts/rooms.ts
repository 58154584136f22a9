/**
 * Who may import whom, as data: the rooms of src/, what each may look into, and the door of each runtime package.
 * `npm run generate` writes the linter's rules from it; test/architecture.test.ts proves that they fire.
 */

/** Each room with the rooms that it may import besides itself. */
export const ROOMS = {
  model: [],
  catalog: ['model'],
  input: ['model'],
  capture: ['model'],
  network: ['model', 'capture'],
  textlog: ['model', 'network', 'sip'],
  sip: ['model', 'capture', 'network'],
  call: ['model', 'catalog', 'sip'],
  media: ['model', 'catalog', 'sip', 'call'],
  redact: ['model', 'catalog', 'sip'],
  diagnosis: ['model', 'catalog', 'sip', 'call', 'media'],
  document: ['model', 'catalog', 'sip', 'call', 'diagnosis'],
  report: ['model', 'catalog'],
  viewer: ['model', 'report'],
  batch: 'all but viewer and cli',
  extract: 'all but viewer and cli',
  live: 'all but viewer and cli',
  cli: 'all',
} as const satisfies Record<string, readonly string[] | string>;

export type Room = keyof typeof ROOMS;

/** The files beside the rooms: they chain the stages, so no stage may import them. Only batch, extract, live and cli may. */
export const CHAIN: readonly string[] = [
  'adopted-source',
  'analyze',
  'bookkeeping',
  'index',
  'packet-tap',
  'read-source',
  'redacting-session',
  'session',
  'source-reading',
];

/** The only rooms that may use Node's own modules and globals; all others also run in a browser. */
export const NODE_ROOMS: readonly Room[] = ['input', 'batch', 'extract', 'cli'];

/** Runtime package, optional ones included → the only files of src/ that may import it. */
export const DOORS: Readonly<Record<string, readonly string[]>> = {
  'cli-progress': ['src/cli/progress.ts'],
  'cli-table3': ['src/report/table.ts'],
  commander: ['src/cli/commander.ts'],
  'csv-stringify': ['src/report/csv/stringify.ts'],
  'fast-xml-builder': ['src/report/junit/xml.ts'],
  fflate: ['src/network/inflate.ts'],
  fzstd: ['src/input/compression/zstd.ts'],
  jssip: ['src/sip/grammar.ts'],
  'lz4-napi': ['src/input/compression/lz4.ts'],
  'modern-tar': ['src/input/archive/tar.ts'],
  'node-sarif-builder': ['src/report/sarif/builder.ts'],
  'string-width': ['src/report/width.ts'],
  tinypool: ['src/batch/thread-pool.ts'],
  tinyglobby: ['src/input/globbing.ts'],
  'unbzip2-stream': ['src/input/compression/bzip2.ts'],
  'xz-decompress': ['src/input/compression/xz.ts'],
  yauzl: ['src/input/archive/yauzl.ts'],
  zod: [
    'src/model/report.ts',
    'src/model/kpis.ts',
    'src/model/call-line.ts',
    'src/model/config.ts',
  ],
};

export const ROOM_NAMES = Object.keys(ROOMS) as readonly Room[];

/** The rooms that `room` may not import. */
export function closedTo(room: Room): Room[] {
  const may = ROOMS[room];
  if (may === 'all') return [];
  if (may === 'all but viewer and cli') return ['viewer', 'cli'];
  const open: readonly string[] = may;
  return ROOM_NAMES.filter((other) => other !== room && !open.includes(other));
}
