import { splitList } from '../field.ts';
import { NO_PARAMS, parseParams, type Params } from './params.ts';
import { capped, indexOutsideQuotes, unquote } from './text.ts';
import { parseUri, type Uri } from './uri.ts';

/** A From, To, Contact, Route, Refer-To … value: name-addr or addr-spec with its parameters (RFC 3261 §20.10). */
export interface NameAddr {
  /** Display name, quotes and escapes removed; '' when there is none. */
  readonly display: string;
  /** Null when there is no URI to read. */
  readonly uri: Uri | null;
  /** What stands in the URI's place, as written, untrimmed when in brackets. */
  readonly uriText: string;
  readonly bracketed: boolean;
  /** Parameters of the header field, not of the URI. */
  readonly params: Params;
  /** `Contact: *` (§10.2.2). */
  readonly wildcard: boolean;
}

/** Parses one value. Without brackets everything behind the first `;` belongs to the header field (§20). */
export function parseNameAddr(value: string): NameAddr {
  const text = capped(value.trim());
  if (text === '*') return { ...plain('', NO_PARAMS), wildcard: true };
  let open = indexOutsideQuotes(text, '<');
  // A display name whose quote never closes (RFC 4475 §3.1.2.6) still has its URI in brackets.
  if (open < 0) open = text.startsWith('"') ? text.indexOf('<') : -1;
  if (open < 0) {
    const semicolon = text.indexOf(';');
    return semicolon < 0
      ? plain(text, NO_PARAMS)
      : plain(text.slice(0, semicolon), parseParams(text.slice(semicolon + 1)));
  }
  const close = text.indexOf('>', open);
  const uriText = text.slice(open + 1, close < 0 ? text.length : close);
  return {
    display: unquote(text.slice(0, open)),
    uri: parseUri(uriText),
    uriText,
    bracketed: true,
    params: close < 0 ? NO_PARAMS : parseParams(text.slice(close + 1)),
    wildcard: false,
  };
}

function plain(text: string, params: Params): NameAddr {
  const uriText = text.trim();
  return {
    display: '',
    uri: parseUri(uriText),
    uriText,
    bracketed: false,
    params,
    wildcard: false,
  };
}

/** Every value of a list field (Contact, Route, Record-Route …) on one line. */
export function parseNameAddrs(line: string): NameAddr[] {
  return splitList(capped(line)).map(parseNameAddr);
}

/** The `tag` parameter, '' when absent. */
export function tagOf(address: NameAddr): string {
  return address.params.get('tag') ?? '';
}
