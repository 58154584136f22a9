import type { EstateName, ReportCall, ReportConversation, ReportFinding } from '../model/report.ts';
import { hostAndPort } from './address.ts';
import type { Estate } from './estate.ts';

/** Deeper arguments than any rule has. */
const MAX_DEPTH = 4;

/** Gives addresses their own names: beside them in the document, and in front of them in sentences. */
export class Names {
  readonly #estate: Estate;
  readonly #seen = new Map<string, EstateName>();

  constructor(estate: Estate) {
    this.#estate = estate;
  }

  /** What puts the names into sentences about these arguments: `carrier A (192.0.2.1:5060)` for `192.0.2.1:5060`. */
  speaker(args: unknown): (sentence: string) => string {
    if (this.#estate.isEmpty) return unchanged;
    const addresses: string[] = [];
    eachText(args, 0, (text) => {
      if (this.#estate.entryOf(text) !== null) addresses.push(text);
    });
    if (addresses.length === 0) return unchanged;
    const pattern = wholeWords(addresses);
    return (sentence) =>
      sentence.replace(pattern, (address) => {
        const name = this.#estate.entryOf(address)?.name;
        return name === undefined ? address : `${name} (${address})`;
      });
  }

  /** Every address of the document that has a name, with and without its port, as it is written there. */
  of(
    calls: readonly ReportCall[],
    conversations: readonly ReportConversation[],
    findings: readonly ReportFinding[],
  ): Record<string, EstateName> | undefined {
    if (this.#estate.isEmpty) return undefined;
    for (const { legs, messages = [] } of calls) {
      for (const { source, destination } of legs) this.#meet(source, destination);
      for (const { from, to } of messages) this.#meet(from, to);
    }
    for (const { source, destination } of conversations) this.#meet(source, destination);
    for (const { evidence, args } of findings) {
      for (const one of evidence) if (one.kind !== 'counter') this.#meet(one.from, one.to);
      eachText(args, 0, (text) => this.#meet(text));
    }
    return Object.fromEntries([...this.#seen].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #meet(...addresses: readonly string[]): void {
    for (const address of addresses) {
      if (this.#seen.has(address)) continue;
      const entry = this.#estate.entryOf(address);
      if (entry === null) continue;
      const { name, role } = entry;
      this.#seen.set(address, role === undefined ? { name } : { name, role });
      const { host } = hostAndPort(address);
      if (host !== address && this.#estate.entryOf(host) === entry) this.#meet(host);
    }
  }
}

function unchanged(sentence: string): string {
  return sentence;
}

/** Every text in the arguments of a finding. */
function eachText(value: unknown, depth: number, take: (text: string) => void): void {
  if (typeof value === 'string') take(value);
  else if (typeof value === 'object' && value !== null && depth < MAX_DEPTH) {
    for (const one of Object.values(value)) eachText(one, depth + 1, take);
  }
}

/** Finds the addresses where they stand alone, not as parts of a URI or of another address. */
function wholeWords(addresses: readonly string[]): RegExp {
  const longestFirst = [...new Set(addresses)].sort((a, b) => b.length - a.length);
  const words = longestFirst.map((address) => address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\w.:@[-])(?:${words.join('|')})(?![\\w-]|:\\d|\\.\\w|])`, 'g');
}
