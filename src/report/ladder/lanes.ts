import type { CallMessage } from '../../model/report.ts';
import { displayWidth } from '../width.ts';

/** Closer lines cannot hold `INVITE ×7` between them. */
const MIN_GAP = 16;
/** Wider gaps only make the eye travel. */
const MAX_GAP = 44;
/** Half of a lane's name, at most, may stand out left of the first line and right of the last one. */
const MAX_OVERHANG = 10;

export interface Lanes {
  /** Lane names from left to right. */
  readonly names: readonly string[];
  /** Columns from one line to the next. */
  readonly gap: number;
  /** Endpoints without a lane of their own. */
  readonly hidden: number;
  /** Lane number of an endpoint, -1 if it has none. */
  laneOf(endpoint: string): number;
  /** Column of a lane's line. */
  column(lane: number): number;
}

/** `192.0.2.1` of `192.0.2.1:5060`, `[2001:db8::1]` of `[2001:db8::1]:5060`. */
const address = (endpoint: string): string => endpoint.replace(/:\d+$/, '');

const distinct = (names: Iterable<string>): string[] => [...new Set(names)];

const overhang = (name = ''): number => Math.min(MAX_OVERHANG, Math.ceil(displayWidth(name) / 2));

/** The busiest `count` lanes, in their order of appearance. */
function busiest(names: readonly string[], traffic: ReadonlyMap<string, number>, count: number) {
  const chosen = new Set(
    [...names].sort((a, b) => (traffic.get(b) ?? 0) - (traffic.get(a) ?? 0)).slice(0, count),
  );
  return names.filter((name) => chosen.has(name));
}

/** One lane per endpoint; one per address when that does not fit and addresses do. */
function naming(messages: readonly CallMessage[], fit: number): (endpoint: string) => string {
  const endpoints = distinct(messages.flatMap(({ from, to }) => [from, to]));
  if (endpoints.length <= fit) return (endpoint) => endpoint;
  const meetsItself = messages.some(({ from, to }) => address(from) === address(to));
  const merges = distinct(endpoints.map(address)).length < endpoints.length;
  return merges && !meetsItself ? address : (endpoint) => endpoint;
}

/** Lays lanes out over `width` columns; when not all fit, the busiest ones stay. */
export function layLanes(messages: readonly CallMessage[], width: number): Lanes {
  const fit = Math.max(2, Math.floor((width - 2 * MAX_OVERHANG) / MIN_GAP) + 1);
  const nameOf = naming(messages, fit);
  const all = distinct(messages.flatMap(({ from, to }) => [nameOf(from), nameOf(to)]));
  const traffic = new Map<string, number>();
  for (const { from, to } of messages) {
    for (const name of [nameOf(from), nameOf(to)]) traffic.set(name, (traffic.get(name) ?? 0) + 1);
  }
  const names = all.length > fit ? busiest(all, traffic, fit) : all;
  const first = overhang(names[0]);
  const room = width - first - overhang(names.at(-1));
  const gap = Math.min(MAX_GAP, Math.floor(room / Math.max(1, names.length - 1)));
  return {
    names,
    gap,
    hidden: all.length - names.length,
    laneOf: (endpoint) => names.indexOf(nameOf(endpoint)),
    column: (lane) => first + lane * gap,
  };
}
