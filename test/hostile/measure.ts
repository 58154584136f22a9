/** Analyses one hostile shape in a process of its own: half of it, unless `once`, then all. Prints what it cost as JSON. */
import { Session } from '../../src/session.ts';
import { HOSTILE_SHAPES } from './shapes/index.ts';

export interface Cost {
  /** Processor time of half the input, null when it was not tried, and of all of it, ms. */
  readonly halfMs: number | null;
  readonly wholeMs: number;
  /** Largest resident size of the process, MB. */
  readonly peakMb: number;
  readonly messages: number;
  readonly unread: readonly string[];
}

const [, , id, count, once] = process.argv;
const shape = HOSTILE_SHAPES.find((one) => one.id === id);
if (shape === undefined) throw new Error(`no hostile shape ${id}`);

function analyse(size: number): { ms: number; messages: number; unread: string[] } {
  const started = process.cpuUsage();
  const session = new Session({ language: 'en', thresholds: {}, messages: 'none' });
  let source = session.open('hostile');
  let files = 1;
  for (const chunk of shape!.chunks(size)) {
    source.push(chunk);
    if (shape!.files !== true) continue;
    source.end();
    source = session.open(`hostile ${files}`);
    files += 1;
  }
  source.end();
  const { totals, sources } = session.report();
  const { user, system } = process.cpuUsage(started);
  const unread = (sources[0]?.unread ?? []).map(({ reason }) => reason);
  return { ms: (user + system) / 1000, messages: totals.messages, unread };
}

analyse(Math.min(20_000, Number(count) / 4));
const half = once === undefined ? analyse(Number(count) / 2) : undefined;
const whole = analyse(Number(count));
const cost: Cost = {
  halfMs: half?.ms ?? null,
  wholeMs: whole.ms,
  peakMb: process.resourceUsage().maxRSS / 1024,
  messages: whole.messages,
  unread: whole.unread,
};
console.log(JSON.stringify(cost));
