import { splitList } from './field.ts';
import { judge, type GrammarRule, type Verdict } from './grammar.ts';
import { neutralAddress, neutralUri, neutralVia } from './neutral.ts';
import {
  PLAIN_ADDRESS,
  PLAIN_CALL_ID,
  PLAIN_CONTENT_TYPE,
  PLAIN_EVENT,
  PLAIN_REASON,
  PLAIN_SESSION_EXPIRES,
  PLAIN_URI,
  PLAIN_VIA,
} from './plain.ts';

interface Judgement {
  readonly rule: GrammarRule;
  /** Several values may stand on one line: each is judged alone. */
  readonly list?: true;
  /** Values of this form need no judge. */
  readonly plain?: RegExp;
  readonly neutral?: (value: string) => string;
  /** The one value that is legal and not in the grammar. */
  readonly also?: string;
}

const address = { plain: PLAIN_ADDRESS, neutral: neutralAddress };
const challenge: Judgement = { rule: 'WWW_Authenticate' };
const route: Judgement = { rule: 'Route', list: true, ...address };

/** Field name in lower case → how it is judged. */
const JUDGEMENTS: Readonly<Record<string, Judgement>> = {
  'allow-events': { rule: 'Allow_Events' },
  'call-id': { rule: 'Call_ID', plain: PLAIN_CALL_ID },
  contact: { rule: 'Contact', list: true, also: '*', ...address },
  'content-disposition': { rule: 'Content_Disposition', plain: PLAIN_EVENT },
  'content-type': { rule: 'Content_Type', plain: PLAIN_CONTENT_TYPE },
  event: { rule: 'Event', plain: PLAIN_EVENT },
  from: { rule: 'From', ...address },
  'p-asserted-identity': { rule: 'Name_Addr_Header', list: true, ...address },
  path: route,
  'proxy-authenticate': challenge,
  reason: { rule: 'Reason', list: true, plain: PLAIN_REASON },
  'record-route': route,
  'refer-to': { rule: 'Refer_To', ...address },
  replaces: { rule: 'Replaces' },
  'request-uri': { rule: 'Request_URI', plain: PLAIN_URI, neutral: neutralUri },
  route,
  'service-route': route,
  'session-expires': { rule: 'Session_Expires', plain: PLAIN_SESSION_EXPIRES },
  'subscription-state': { rule: 'Subscription_State', plain: PLAIN_EVENT },
  to: { rule: 'To', ...address },
  via: { rule: 'Via', list: true, plain: PLAIN_VIA, neutral: neutralVia },
  'www-authenticate': challenge,
};

/**
 * Whether a header field value (unfolded, as `field` returns it) follows the grammar of RFC 3261 §25. `unjudged` for
 * fields without a rule, values over 8 KB, and as long as `loadGrammar` has not finished. `Request-URI` counts as a field.
 */
export function judgeField(name: string, value: string): Verdict {
  const lower = name.toLowerCase();
  const judgement = Object.hasOwn(JUDGEMENTS, lower) ? JUDGEMENTS[lower] : undefined;
  if (judgement === undefined) return 'unjudged';
  if (judgement.list !== true || !value.includes(',')) return judgeValue(judgement, value);
  let verdict: Verdict = 'ok';
  for (const part of splitList(value)) {
    const one = judgeValue(judgement, part);
    if (one === 'bad') return 'bad';
    if (one === 'unjudged') verdict = one;
  }
  return verdict;
}

function judgeValue(judgement: Judgement, value: string): Verdict {
  if (judgement.plain?.test(value) === true || value === judgement.also) return 'ok';
  return judge(judgement.rule, judgement.neutral?.(value) ?? value);
}
