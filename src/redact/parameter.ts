import { trimmed } from './text.ts';

/** How the parts of a parameter are hidden. */
export interface ParameterTreatment {
  /** Gets the name in lower case and the bare value. */
  value(name: string, value: string): string;
  /** What has no `=`, and names that are none. */
  other(text: string): string;
}

/** Names of parameters are short tokens without many digits; anything else may be somebody's. */
const NAME = /^[\w!%*+`'~/-]{0,64}$/;
const MANY_DIGITS = /\d{5}/;

function isName(text: string): boolean {
  const bare = text.trim();
  const name = bare.startsWith('>') ? bare.slice(1).trim() : bare;
  return NAME.test(name) && !MANY_DIGITS.test(name);
}

/** `name=value` with blanks and quotes where they were. */
export function parameter(text: string, hide: ParameterTreatment): string {
  const equals = text.indexOf('=');
  if (equals < 0) return isName(text) ? text : hide.other(text);
  const written = text.slice(0, equals);
  const [before, value, after] = trimmed(text.slice(equals + 1));
  const open = value.startsWith('"') ? 1 : 0;
  const close = value.length > open && value.endsWith('"') ? 1 : 0;
  const bare = value.slice(open, value.length - close);
  const hidden = hide.value(written.trim().toLowerCase(), bare);
  const made = value.slice(0, open) + hidden + value.slice(value.length - close);
  return `${isName(written) ? written : hide.other(written)}=${before}${made}${after}`;
}
