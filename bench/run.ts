/** `npm run bench`: siptriage on two large captures and two large logs, with other readers beside it in the same run. See README.md. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchFolder } from './folder.ts';
import { installed, measure, type Measure } from './measure.ts';

interface Load {
  readonly kind: 'sip' | 'rtp' | 'sip-log' | 'quiet-log';
  /** What a rate counts. */
  readonly unit: 'messages' | 'packets' | 'bytes';
  /** What siptriage must reach. */
  readonly floor: number;
}

/** A capture or log and what it holds, as its generator says. */
interface Capture {
  readonly file: string;
  readonly calls: number;
  readonly messages: number;
  readonly packets?: number;
  readonly lines?: number;
  readonly bytes: number;
}

interface Tool {
  readonly name: string;
  /** Reads logs, or captures; both unless told. */
  readonly reads?: 'captures' | 'logs';
  readonly needs?: string;
  /** Only on this load; all unless told. */
  readonly only?: Load['kind'];
  readonly command: (file: string) => string[];
}

const RUNS = 5;
/** What all rules together may cost over the engine without any, as a share of its time. */
const RULES_CEILING = 0.25;
const WITHOUT_RULES = 'siptriage, rules off';
/** As it is run without options: one dense capture is read in a thread of its own. */
const WITH_A_READER = 'siptriage, two threads';
/** What the goals are about. */
const ONE_THREAD = ['--threads', '0'];
const PEAK_CEILING = 300;

const LOADS: readonly Load[] = [
  { kind: 'sip', unit: 'messages', floor: 300_000 },
  { kind: 'rtp', unit: 'packets', floor: 3_000_000 },
  { kind: 'sip-log', unit: 'messages', floor: 100_000 },
  { kind: 'quiet-log', unit: 'bytes', floor: 100_000_000 },
];

const TOOLS: readonly Tool[] = [
  {
    name: 'siptriage',
    command: (file) => [process.execPath, 'bin/siptriage.js', 'analyze', file, ...ONE_THREAD],
  },
  {
    name: WITHOUT_RULES,
    only: 'sip',
    command: (file) => [
      process.execPath,
      'bin/siptriage.js',
      'analyze',
      file,
      ...ONE_THREAD,
      '--config',
      'bench/no-rules.config.json',
    ],
  },
  {
    name: WITH_A_READER,
    only: 'sip',
    command: (file) => [process.execPath, 'bin/siptriage.js', 'analyze', file],
  },
  {
    name: 'pcap-parser, reading only',
    reads: 'captures',
    command: (file) => [process.execPath, '--no-deprecation', 'bench/pcap-parser.mjs', file],
  },
  {
    name: 'tshark -z sip,stat',
    reads: 'captures',
    needs: 'tshark',
    command: (file) => ['tshark', '-q', '-z', 'sip,stat', '-r', file],
  },
  {
    name: 'sngrep -N -q',
    reads: 'captures',
    needs: 'sngrep',
    command: (file) => ['sngrep', '-N', '-q', '-l', '1000000', '-I', file],
  },
  {
    name: 'grep -c ^, rows only',
    reads: 'logs',
    needs: 'grep',
    command: (file) => ['grep', '-c', '^', file],
  },
];

/** The capture or log of this load; made once and kept beside the machine's other temporary files. */
function captureOf(load: Load): Capture {
  const folder = join(tmpdir(), 'siptriage-bench');
  const file = join(folder, isLog(load) ? `${load.kind}.log` : `${load.kind}.pcap`);
  const facts = join(folder, `${load.kind}.json`);
  if (!existsSync(facts)) {
    mkdirSync(folder, { recursive: true });
    console.log(`making ${file}`);
    const args = ['node_modules/tsx/dist/cli.mjs', 'fixtures/bench.ts', load.kind, file];
    const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (child.status !== 0) throw new Error(child.stderr);
    writeFileSync(facts, child.stdout);
  }
  return { ...(JSON.parse(readFileSync(facts, 'utf8')) as Omit<Capture, 'file'>), file };
}

function isLog({ kind }: Load): boolean {
  return kind.endsWith('-log');
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

function row(name: string, count: number, unit: string, result: Measure, own: Measure): string {
  const perSecond = count / result.seconds;
  const rate =
    unit === 'bytes'
      ? `${number.format(perSecond / 1e6)} MB/s`
      : `${number.format(perSecond)} ${unit}/s`;
  const { peakMegabytes } = result;
  const peak = peakMegabytes === undefined ? '' : `${number.format(peakMegabytes)} MB`;
  const ratio = result === own ? '' : `${(result.seconds / own.seconds).toFixed(1)} × the time`;
  const time = `${result.seconds.toFixed(2)} s`;
  return `  ${name.padEnd(26)}${time.padStart(9)}${rate.padStart(22)}${peak.padStart(10)}  ${ratio}`;
}

/** Speed counts only when the report names the right number of messages, however it groups its digits. */
function sawAll(report: string, messages: number): boolean {
  const digits = number.format(messages).replaceAll(',', String.raw`\D?`);
  return new RegExp(String.raw`\b${digits}\b`).test(report);
}

function verdict(load: Load, capture: Capture, own: Measure): boolean {
  const complete = sawAll(own.stdout, capture.messages);
  const fast = (capture[load.unit] ?? 0) / own.seconds >= load.floor;
  const small = own.peakMegabytes === undefined || own.peakMegabytes < PEAK_CEILING;
  if (!complete) console.log(`  WRONG: the report does not say ${capture.messages} messages`);
  const goal = `${number.format(load.floor)} ${load.unit}/s below ${PEAK_CEILING} MB`;
  console.log(`  goal of ${goal}: ${fast && small ? 'reached' : 'MISSED'}`);
  return complete && fast && small;
}

/** Whether the rules are worth their time: what the same run takes without them. */
function rulesVerdict(own: Measure, bare: Measure): boolean {
  const share = own.seconds / bare.seconds - 1;
  const within = share <= RULES_CEILING;
  const goal = `at most ${number.format(RULES_CEILING * 100)} %`;
  const found = `the rules cost ${number.format(share * 100)} %`;
  console.log(`  goal of ${goal} for the rules: ${within ? 'reached' : 'MISSED'} (${found})`);
  return within;
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
console.log(`whole process, median of ${RUNS}; memory is the peak resident set`);
let reached = true;
for (const load of LOADS) {
  const capture = captureOf(load);
  const { file } = capture;
  const { calls, messages, packets, lines } = capture;
  const holds = `${number.format(calls)} calls, ${number.format(messages)} SIP messages`;
  const size = number.format(statSync(file).size / 1e6);
  const rest =
    packets === undefined
      ? `${number.format(lines ?? 0)} lines`
      : `${number.format(packets)} packets`;
  console.log(`\n${holds}, ${rest}, ${size} MB`);
  let own: Measure | undefined;
  let bare: Measure | undefined;
  for (const tool of TOOLS) {
    if (tool.reads !== undefined && (tool.reads === 'logs') !== isLog(load)) continue;
    if (tool.only !== undefined && tool.only !== load.kind) continue;
    if (tool.needs !== undefined && !installed(tool.needs)) {
      console.log(`  ${tool.name.padEnd(26)}not installed`);
      continue;
    }
    // The others are far slower: one run shows it.
    const result = measure(tool.command(file), tool.needs === undefined ? RUNS : 1);
    own ??= result;
    if (tool.name === WITHOUT_RULES) bare = result;
    console.log(row(tool.name, capture[load.unit] ?? 0, load.unit, result, own));
  }
  if (own !== undefined) reached = verdict(load, capture, own) && reached;
  if (own !== undefined && bare !== undefined) reached = rulesVerdict(own, bare) && reached;
}
reached = benchFolder() && reached;
if (!reached) process.exitCode = 1;
