import type { EstateEntry } from '../model/estate.ts';
import { OptionsError } from '../model/options-error.ts';
import { BITS, bitsOf, hostAndPort, IPV4_OFFSET } from './address.ts';

/** Longer texts are no address, characters. */
const MAX_LENGTH = 262;
/** Addresses whose name is remembered: an attack shows more of them than an estate has. */
const MAX_KNOWN = 10_000;
const HOST_NAME = /^(?=.*[a-z])[\w-]+(?:\.[\w-]+)*\.?$/i;

interface Network {
  readonly bits: bigint;
  readonly length: number;
  readonly port: number;
  readonly entry: EstateEntry;
}

/** The own names of addresses: of several entries that fit one, the most exact names it. */
export class Estate {
  /** The most exact first. */
  readonly #networks: readonly Network[];
  readonly #hosts = new Map<string, EstateEntry>();
  readonly #known = new Map<string, EstateEntry | null>();
  readonly #named: (host: string) => string;

  /**
   * `named` gives the address that the entries know for one of the report: a redacted one has others.
   * @throws OptionsError for an address that is none
   */
  constructor(
    entries: readonly EstateEntry[] = [],
    named: (host: string) => string = (host) => host,
  ) {
    this.#named = named;
    const networks: Network[] = [];
    for (const [at, entry] of entries.entries()) {
      for (const [index, text] of entry.addresses.entries()) {
        const network = networkOf(text.trim(), entry);
        if (network !== null) networks.push(network);
        else if (isHost(text.trim())) this.#hosts.set(text.trim().toLowerCase(), entry);
        else throw unusable(`estate[${at}].addresses[${index}]`, text);
      }
    }
    this.#networks = networks.sort(
      (a, b) => b.length - a.length || Number(b.port > 0) - Number(a.port > 0),
    );
  }

  get isEmpty(): boolean {
    return this.#networks.length === 0 && this.#hosts.size === 0;
  }

  /** Whose address this is: `192.0.2.1:5060`, `192.0.2.1`, `sip.example.com`; null when nobody named it. */
  entryOf(text: string): EstateEntry | null {
    if (text.length > MAX_LENGTH) return null;
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const found = this.#find(text);
    if (this.#known.size < MAX_KNOWN) this.#known.set(text, found);
    return found;
  }

  #find(text: string): EstateEntry | null {
    const { host: shown, port } = hostAndPort(text);
    const host = this.#named(shown);
    const bits = bitsOf(host);
    if (bits === null) {
      const name = host.toLowerCase();
      return this.#hosts.get(`${name}:${port}`) ?? this.#hosts.get(name) ?? null;
    }
    const fits = (one: Network): boolean =>
      (one.port === 0 || one.port === port) &&
      bits >> BigInt(BITS - one.length) === one.bits >> BigInt(BITS - one.length);
    return this.#networks.find(fits)?.entry ?? null;
  }
}

function networkOf(text: string, entry: EstateEntry): Network | null {
  const [address = '', prefix, ...more] = text.split('/');
  if (more.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return null;
  const { host, port } = hostAndPort(address);
  const bits = bitsOf(host);
  if (bits === null || (prefix !== undefined && port > 0)) return null;
  const offset = host.includes(':') ? 0 : IPV4_OFFSET;
  const length = prefix === undefined ? BITS : offset + Number(prefix);
  return length > BITS ? null : { bits, length, port, entry };
}

/** A name with a letter in it: `192.0.2.300` is a mistake. */
function isHost(text: string): boolean {
  return HOST_NAME.test(hostAndPort(text).host) && text.length <= MAX_LENGTH;
}

function unusable(where: string, text: string): OptionsError {
  return new OptionsError(
    `${where}: "${text.slice(0, MAX_LENGTH)}" is no address`,
    'write 192.0.2.1, 192.0.2.1:5060, 192.0.2.0/24, 2001:db8::/32, or a host name',
  );
}
