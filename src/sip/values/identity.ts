import { splitList } from '../field.ts';
import { parsePassport, MAX_PASSPORT, type Passport } from './passport.ts';
import { parseParams } from './params.ts';

/** One Identity value (RFC 8224 §4): the token and where its certificate lies. Absent parameters are ''. */
export interface Identity {
  readonly passport: Passport;
  /** URL of the certificate, without angle brackets. It is never fetched. */
  readonly info: string;
  readonly alg: string;
  readonly ppt: string;
}

/** Values of one line that are read (a bound for hostile input). */
const MAX_PER_LINE = 8;

/** Every value on one line: proxies that divert a call add one of their own (RFC 8946). */
export function parseIdentities(line: string): Identity[] {
  const text = line.slice(0, 2 * MAX_PASSPORT);
  return splitList(text).slice(0, MAX_PER_LINE).map(parseIdentity);
}

function parseIdentity(value: string): Identity {
  const semicolon = value.indexOf(';');
  const rest = semicolon < 0 ? '' : value.slice(semicolon + 1);
  // A URL in brackets may have semicolons of its own.
  const [open, close] = [rest.indexOf('<'), rest.indexOf('>')];
  const bracketed = open >= 0 && close > open ? rest.slice(open + 1, close) : null;
  const params = parseParams(bracketed === null ? rest : rest.replace(bracketed, () => ''));
  const token = (semicolon < 0 ? value : value.slice(0, semicolon)).trim();
  return {
    // The form of RFC 4474 had the signature in quotes.
    passport: parsePassport(token.replaceAll('"', '')),
    info: bracketed ?? params.get('info') ?? '',
    alg: params.get('alg') ?? '',
    ppt: params.get('ppt') ?? '',
  };
}
