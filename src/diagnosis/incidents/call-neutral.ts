import type { Message } from '../../sip/message.ts';
import { parseNameAddr } from '../../sip/values/name-addr.ts';
import { parseUri, type Uri, userDigits } from '../../sip/values/uri.ts';

/** Digits by which a number is compared: the rest tells one subscriber from another. */
const PREFIX = 4;

/** Texts without what differs between any two calls, so that what is left can be compared. */
export class CallNeutral {
  readonly #own: ReadonlyMap<string, string>;

  readonly #anyNumber: boolean;

  /**
   * The ends of the hop stand for themselves: that they are others than the twin's is told by its dimensions.
   * `anyNumber`: all numbers are alike.
   */
  constructor({ sender, receiver }: Message, anyNumber = false) {
    this.#anyNumber = anyNumber;
    const own = [receiver.address, sender.address].map((host, at): [string, string] => [
      host,
      at === 0 ? 'receiver' : 'sender',
    ]);
    this.#own = new Map(own.filter(([host]) => host !== ''));
  }

  host(host: string): string {
    return this.#own.get(host) ?? host.toLowerCase();
  }

  /** Addresses of media servers come from pools: those of one network are alike. */
  mediaHost(host: string): string {
    return this.#own.get(host) ?? host.replace(/\.\d{1,3}$/, '.x');
  }

  uri(uri: Uri): string {
    const { scheme, host, port, params, opaque } = uri;
    const user = userForm(uri, this.#anyNumber);
    // The port of a phone is its own; a usual one is none at all.
    const own = this.#own.has(host) || port === 5060 || port === 5061;
    const rest = [...params].map(([name, value]) => `;${name}=${valueForm(value)}`).sort();
    const at = user === '' || host === '' ? '' : '@';
    const place = `${this.host(host)}${port === null || own ? '' : `:${port}`}`;
    return `${scheme}:${user}${at}${place}${opaque}${rest.join('')}`;
  }

  uriText(text: string): string {
    const uri = parseUri(text);
    return uri === null ? text : this.uri(uri);
  }

  /** Without display name and tag. */
  nameAddr(value: string): string {
    const { uri, uriText, params, wildcard } = parseNameAddr(value);
    if (wildcard) return '*';
    const rest = [...params]
      .filter(([name]) => name !== 'tag')
      .map(([name, text]) => `;${name}=${valueForm(text)}`)
      .sort();
    return `<${uri === null ? uriText : this.uri(uri)}>${rest.join('')}`;
  }
}

/** A number by its beginning and length, or not at all; a name as a name. */
function userForm(uri: Uri, anyNumber: boolean): string {
  const { user } = uri;
  const digits = userDigits(uri);
  if (digits === '') return user === '' || user.toLowerCase() === 'anonymous' ? user : 'name';
  if (anyNumber) return 'number';
  return `${user.startsWith('+') ? '+' : ''}${digits.slice(0, PREFIX)}/${digits.length}`;
}

/** Words of twelve characters or more with a digit in them are ids of this call. */
export function valueForm(text: string): string {
  return text.replace(/[\w-]{12,}/g, (word) => (/\d/.test(word) ? '#' : word));
}
