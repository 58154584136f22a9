import { splitList } from '../../src/sip/field.ts';
import { parseChallenges } from '../../src/sip/values/challenge.ts';
import { parseContentType } from '../../src/sip/values/content-type.ts';
import { parseCredentials } from '../../src/sip/values/credentials.ts';
import { parseCSeq } from '../../src/sip/values/cseq.ts';
import { parseIdentities } from '../../src/sip/values/identity.ts';
import { parseNameAddrs, parseNameAddr } from '../../src/sip/values/name-addr.ts';
import { parseReasons } from '../../src/sip/values/reason.ts';
import { parseRetryAfter } from '../../src/sip/values/retry-after.ts';
import { parseSipDate } from '../../src/sip/values/sip-date.ts';
import { tokens } from '../../src/sip/values/tokens.ts';
import { parseUri, userDigits } from '../../src/sip/values/uri.ts';
import { parseValueParams } from '../../src/sip/values/value-params.ts';
import { parseVia, parseVias } from '../../src/sip/values/via.ts';
import { parseWarnings } from '../../src/sip/values/warning.ts';

/** Every parser of a header value. */
export const VALUE_PARSERS: readonly { name: string; parse: (text: string) => unknown }[] = [
  { name: 'splitList', parse: splitList },
  { name: 'challenge', parse: parseChallenges },
  { name: 'content-type', parse: parseContentType },
  { name: 'credentials', parse: parseCredentials },
  { name: 'cseq', parse: parseCSeq },
  { name: 'identity list', parse: parseIdentities },
  { name: 'name-addr', parse: parseNameAddr },
  { name: 'name-addr list', parse: parseNameAddrs },
  { name: 'reason list', parse: parseReasons },
  { name: 'retry-after', parse: parseRetryAfter },
  { name: 'sip-date', parse: parseSipDate },
  { name: 'tokens', parse: tokens },
  { name: 'uri', parse: (text) => userDigits(parseUri(text)) },
  { name: 'value-params', parse: parseValueParams },
  { name: 'via', parse: parseVia },
  { name: 'via list', parse: parseVias },
  { name: 'warning list', parse: parseWarnings },
];
