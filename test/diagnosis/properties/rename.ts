import type { Address, Trace } from '../../../fixtures/dsl/index.ts';

/** Networks of documentation ranges → others of the same class and length, so that no length changes. */
const NETS: readonly (readonly [from: string, to: string])[] = [
  ['192.0.2', '193.7.1'],
  ['198.51.100', '195.61.110'],
  ['203.0.113', '204.9.117'],
  ['2001:db8:', '2001:db9:'],
];
/** Others may be words of a sentence too. */
const LIKE_NO_WORD = /^(?=.*\d).{4,}$/;
const DIGITS = '0123456789abcdef';
const ID = /(?<=;tag=|branch=z9hG4bK|call-id:\s*|^i:\s*|-tag=)[\w.%+-]+/gim;

/** Gives every Call-ID, tag, branch and address another name, in texts of messages and of reports alike. */
export class Renaming {
  readonly #ids = new Map<string, string>();

  trace({ sightings, hosts }: Trace): Trace {
    for (const { payload } of sightings) {
      for (const [id] of latin1(payload).matchAll(ID)) {
        if (LIKE_NO_WORD.test(id)) this.#ids.set(id, turned(id));
      }
    }
    const renamed = Object.entries(hosts).map(([name, at]) => [name, this.#address(at)] as const);
    return {
      hosts: Object.fromEntries(renamed),
      sightings: sightings.map((one) => ({
        ...one,
        from: this.#address(one.from),
        to: this.#address(one.to),
        callId: this.text(one.callId),
        payload: one.label === 'clock' ? one.payload : bytes(this.text(latin1(one.payload))),
      })),
    };
  }

  text(text: string): string {
    const named = NETS.reduce((out, [from, to]) => out.replaceAll(from, to), text);
    return named.replace(/[\w.%+-]+/g, (word) => this.#ids.get(word) ?? this.#parts(word));
  }

  /** `z9hG4bK` and its id are one word. */
  #parts(word: string): string {
    const [, lead = '', id = ''] = /^(z9hG4bK)(.+)$/.exec(word) ?? [];
    const renamed = this.#ids.get(id);
    return renamed === undefined ? word : lead + renamed;
  }

  #address({ address, port }: Address): Address {
    return { address: this.text(address), port };
  }
}

/** Every hexadecimal digit moved on by five; other characters stay. */
function turned(id: string): string {
  return id.replace(/[0-9a-f]/g, (digit) => DIGITS[(DIGITS.indexOf(digit) + 5) % 16] as string);
}

const latin1 = (payload: Uint8Array): string => Buffer.from(payload).toString('latin1');
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
