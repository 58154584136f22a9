import { unhex } from './bytes.ts';

/** Sessions whose secrets are kept; the oldest go first. */
const MAX_SESSIONS = 200_000;
const MAX_LINE = 512;

/** Labels of the SSLKEYLOGFILE format (RFC 9850 §2) that decrypt records. */
export const LABELS = [
  'CLIENT_RANDOM',
  'CLIENT_EARLY_TRAFFIC_SECRET',
  'CLIENT_HANDSHAKE_TRAFFIC_SECRET',
  'SERVER_HANDSHAKE_TRAFFIC_SECRET',
  'CLIENT_TRAFFIC_SECRET_0',
  'SERVER_TRAFFIC_SECRET_0',
] as const;
export type KeyLabel = (typeof LABELS)[number];

type Secrets = Partial<Record<KeyLabel, string>>;

const isLabel = (text: string): text is KeyLabel => (LABELS as readonly string[]).includes(text);

/** TLS secrets by client random, from text in the key log format. */
export class KeyLog {
  /** Sessions that were forgotten because there were too many. */
  forgotten = 0;
  readonly #sessions = new Map<string, Secrets>();

  get size(): number {
    return this.#sessions.size;
  }

  /** Takes a key log, or part of one that ends with a line. What is no line of a key log is passed over. */
  add(text: string): void {
    for (const line of text.matchAll(/[^\r\n]+/g)) {
      if (line[0].length <= MAX_LINE) this.#line(line[0]);
    }
  }

  /** A secret of the session with this client random (lower-case hexadecimal). */
  secret(clientRandom: string, label: KeyLabel): Uint8Array | null {
    const text = this.#sessions.get(clientRandom)?.[label];
    return text === undefined ? null : unhex(text);
  }

  knows(clientRandom: string): boolean {
    return this.#sessions.has(clientRandom);
  }

  #line(line: string): void {
    const [label = '', random = '', secret = ''] = line.trim().split(/ +/);
    if (!isLabel(label) || !/^[0-9a-f]{64}$/i.test(random)) return;
    if (!/^[0-9a-f]{64,128}$/i.test(secret)) return;
    const key = random.toLowerCase();
    const known = this.#sessions.get(key);
    if (known !== undefined) {
      known[label] = secret;
      return;
    }
    if (this.#sessions.size >= MAX_SESSIONS) {
      const [oldest] = this.#sessions.keys();
      this.#sessions.delete(oldest as string);
      this.forgotten += 1;
    }
    this.#sessions.set(key, { [label]: secret });
  }
}
