import type { Message } from '../sip/message.ts';
import { calleeOf } from '../sip/party.ts';
import { parseUri } from '../sip/values/uri.ts';
import { OwnRate, RegisterRates } from './register-rates.ts';
import { changesOf, placeOf, wishOf } from './registration.ts';
import { seen, type Seen } from './seen.ts';
import type { OtherConversation, Try } from './types.ts';

/** Addresses of record that are followed, and bindings of one of them. */
const MAX_ADDRESSES = 50_000;
const MAX_BINDINGS = 64;
const SECOND = 1_000_000;
/** Tries a minute from which their place is worth keeping. */
const BUSY = 6;

/** Stands for the conversation that made a binding until ids are given. */
interface Named {
  readonly id: string;
}

/** One contact of an address, from its registration until it ran out or was taken away; refreshes prolong it. */
export interface Binding {
  /** `host:port` of the Contact. */
  readonly place: string;
  /** The transport that the REGISTER came over. */
  readonly transport: string;
  /** The response that granted it first, and last. */
  readonly first: Seen;
  last: Seen;
  /** When it ends, µs. */
  until: number;
  removed: boolean;
  /** s, of the last grant; null when the request left it to the registrar. */
  asked: number | null;
  granted: number;
  /** The same device was reached elsewhere before. */
  readonly movedFrom: string | null;
  readonly conversation: number;
  readonly named: Named;
}

/** An address of record (RFC 3261 §6) with its bindings, in the order in which they were learned. */
export class AddressOfRecord {
  readonly name: string;
  readonly bindings: Binding[] = [];
  readonly rate = new OwnRate();

  constructor(name: string) {
    this.name = name;
  }
}

/** A binding, and whose it is. */
export interface BoundAddress {
  readonly address: AddressOfRecord;
  readonly binding: Binding;
}

/** Who was registered where and until when, over all conversations: what single ones cannot tell. */
export class Registrations {
  readonly rates = new RegisterRates();
  /** Tries and bindings that were not followed because of a bound. */
  left = 0;
  /** Every binding, in the order in which they were learned. */
  readonly learned: BoundAddress[] = [];
  readonly #addresses: AddressOfRecord[] = [];
  readonly #byKey = new Map<string, AddressOfRecord>();
  readonly #aliases = new Map<string, AddressOfRecord | null>();

  /** Every address, in the order in which they were seen. */
  get addresses(): readonly AddressOfRecord[] {
    return this.#addresses;
  }

  /** Takes in a judged registration, or a part of it; each once. `named` stands for its conversation. */
  learn(judged: OtherConversation, conversation: number, named: Named): void {
    if (judged.outcome === 'scan-or-attack') return;
    for (const one of judged.tries) {
      const request = one.exchanges[0]?.request;
      if (!request) continue;
      this.rates.add(request);
      const address = this.#addressOf(request);
      if (address === null) {
        this.left += 1;
        continue;
      }
      address.rate.add(request, BUSY);
      this.#apply(address, one, conversation, named);
    }
  }

  /** The last binding of the called address, if all had run out when this was sent; null too when it was signed off or is unknown. */
  lapsedFor(request: Message): { address: AddressOfRecord; binding: Binding } | null {
    if (this.#byKey.size === 0) return null;
    const uri = parseUri(request.requestUri);
    if (uri === null || uri.user === '') return null;
    const { time } = request;
    const address =
      this.#byKey.get(keyOf(uri.user, uri.host)) ??
      this.#aliases.get(keyOf(uri.user, request.receiver.address));
    if (!address) return null;
    const binding = address.bindings
      .filter(({ first }) => first.time <= time)
      .reduce<Binding | null>(
        (latest, one) => (latest && latest.until > one.until ? latest : one),
        null,
      );
    return binding === null || binding.removed || !(binding.until <= time)
      ? null
      : { address, binding };
  }

  #addressOf(request: Message): AddressOfRecord | null {
    const name = calleeOf(request);
    const at = name.lastIndexOf('@');
    const user = at < 0 ? name : name.slice(0, at);
    const key = keyOf(user, at < 0 ? '' : name.slice(at + 1));
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    if (this.#addresses.length >= MAX_ADDRESSES) return null;
    const address = new AddressOfRecord(name);
    this.#addresses.push(address);
    this.#byKey.set(key, address);
    // Calls may name the registrar by its IP address; where it has several domains, that does not tell whom they mean.
    const alias = keyOf(user, request.receiver.address);
    this.#aliases.set(alias, this.#aliases.has(alias) ? null : address);
    return address;
  }

  #apply(address: AddressOfRecord, one: Try, conversation: number, named: Named): void {
    const { request, final } = one;
    if (request === null || final === null || final.status >= 300) return;
    const { time } = final;
    if (Number.isNaN(time)) return;
    if (wishOf(request).kind === 'remove-all') {
      for (const binding of address.bindings) if (isUp(binding, time)) remove(binding, time);
      return;
    }
    const changes = changesOf(one);
    for (const { contact, asked, granted } of changes) {
      if (granted === null) continue;
      const place = placeOf(contact);
      const known = address.bindings.find((b) => b.place === place && isUp(b, time));
      if (granted === 0) {
        if (known !== undefined) remove(known, time);
      } else if (known !== undefined) refresh(known, final, asked, granted);
      else if (address.bindings.length >= MAX_BINDINGS) this.left += 1;
      else {
        // A device keeps the Call-ID of its registrations (RFC 3261 §10.2); several contacts at once are several ways to it.
        const before = address.bindings.findLast((b) => b.conversation === conversation);
        const moved = changes.length === 1 && before !== undefined && before.place !== place;
        const at = seen(final);
        const binding: Binding = {
          place,
          transport: request.transport,
          first: at,
          last: at,
          until: time + granted * SECOND,
          removed: false,
          asked,
          granted,
          movedFrom: moved ? before.place : null,
          conversation,
          named,
        };
        address.bindings.push(binding);
        this.learned.push({ address, binding });
      }
    }
  }
}

function isUp({ first, until }: Binding, time: number): boolean {
  return first.time <= time && time <= until;
}

function remove(binding: Binding, time: number): void {
  binding.until = time;
  binding.removed = true;
}

function refresh(binding: Binding, final: Message, asked: number | null, granted: number): void {
  binding.until = Math.max(binding.until, final.time + granted * SECOND);
  if (final.time < binding.last.time) return;
  binding.last = seen(final);
  binding.asked = asked;
  binding.granted = granted;
}

/** Users are compared as written, hosts without case and port. */
function keyOf(user: string, host: string): string {
  return `${user}@${host.toLowerCase().replace(/:\d+$/, '')}`;
}
