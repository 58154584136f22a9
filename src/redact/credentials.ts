import type { Names } from './names.ts';
import { parameter, type ParameterTreatment } from './parameter.ts';
import { cut, eachWord, trimmed } from './text.ts';
import { uri } from './uri.ts';

/** Schemes whose credentials are one token. */
const TOKEN_SCHEMES: readonly string[] = ['basic', 'bearer', 'ntlm', 'negotiate', 'kerberos'];
const KEPT: readonly string[] = [
  'algorithm',
  'qop',
  'nc',
  'stale',
  'userhash',
  'charset',
  'version',
];

/** Challenges and credentials: names hidden, what proves them gone. */
export function credentials(line: string, names: Names): string {
  const [before, core, after] = trimmed(line);
  const scheme = /^[\w-]+(?=\s|$)/.exec(core)?.[0] ?? '';
  const rest = core.slice(scheme.length);
  const isToken = TOKEN_SCHEMES.includes(scheme.toLowerCase()) && !rest.includes('="');
  const made = isToken ? names.secret(rest) : authParameters(rest, names);
  return before + scheme + made + after;
}

/** The parameters alone, as in Authentication-Info. */
export function authParameters(text: string, names: Names): string {
  const hide: ParameterTreatment = {
    value: (name, value) => authValue(name, value, names),
    other: (written) => names.strict(written),
  };
  // Challenges may stand behind one another: the first parameter then has the scheme before it.
  return cut(text, ',')
    .map((one) => {
      const scheme = one.includes('=')
        ? (/^\s*[\w-]{1,32}\s+(?=[\w-]+\s*=)/.exec(one.slice(0, 128))?.[0] ?? '')
        : '';
      return scheme + parameter(one.slice(scheme.length), hide);
    })
    .join('');
}

function authValue(name: string, value: string, names: Names): string {
  if (KEPT.includes(name)) return value;
  switch (name) {
    case 'username':
      return names.userAtHost(value);
    case 'realm':
      return names.strict(value);
    case 'nonce':
    case 'nextnonce':
    case 'opaque':
    case 'cnonce':
      return names.token(value);
    case 'uri':
      return uri(value, names);
    case 'domain':
      return eachWord(value, (one) => uri(one, names));
    default:
      return names.secret(value);
  }
}
