/** Refusals that are about the number shown, and those that are about hiding it. */
import { producerOf, type Produced } from '../../call/producer.ts';
import type { Call } from '../../call/types.ts';
import { field } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { reasonsOf } from '../../sip/reasons.ts';
import { parseNameAddr } from '../../sip/values/name-addr.ts';
import { parseWarnings } from '../../sip/values/warning.ts';
import { fact } from './fact.ts';
import { userIn } from './caller-user.ts';

export interface CallerRefusal extends Produced {
  readonly what: 'caller-id' | 'anonymous';
  readonly how: 'code' | 'cause' | 'phrase';
  readonly request: Message;
  /** Text of the first Warning. */
  readonly warning: string;
}

/** Anonymity Disallowed (RFC 5079). */
const ANONYMITY_DISALLOWED = 433;
/** Q.850: rejected by a feature of the callee, such as the rejection of hidden numbers. */
const REJECTED_BY_FEATURE = 24;
/** Codes that say what they are about themselves. */
const ABOUT_OTHERS: ReadonlySet<number> = new Set([401, 407, 428, 436, 437, 438, 484]);
/** Wordings of carriers; Telnyx numbers its own (D35, D36). */
const CALLER =
  /caller[- ]?(?:id|name|number|identity|origin)|calling[- ](?:number|party)|\borigination\b|originating (?:number|party|identity)|\bcli\b|\bani\b|p-asserted|\bfrom (?:number|header|user|uri)|\bD3[56]\b/i;
const HIDDEN = /anonym|withheld|hidden (?:number|caller)|private (?:number|caller)/i;

/** Why the caller was refused for who it says it is; null for every other refusal. */
export const callerRefusal = fact(({ invite, final }: Call): CallerRefusal | null => {
  if (invite === null || final === null || final.status < 400) return null;
  if (ABOUT_OTHERS.has(final.status)) return null;
  const { hop, message } = producerOf(invite, final);
  const { request } = hop;
  if (request === null) return null;
  const [first] = parseWarnings(field(message, 'Warning') ?? '');
  const warning = first?.text ?? '';
  const text = `${message.phrase}\n${warning}`;
  const found = (what: CallerRefusal['what'], how: CallerRefusal['how']): CallerRefusal => ({
    hop,
    message,
    what,
    how,
    request,
    warning,
  });
  if (message.status === ANONYMITY_DISALLOWED) return found('anonymous', 'code');
  if (!CALLER.test(text) && !HIDDEN.test(text) && !message.hasReason) return null;
  if (HIDDEN.test(text)) {
    if (isAnonymous(request)) return found('anonymous', 'phrase');
  } else if (namesFeature(message) && isAnonymous(request)) return found('anonymous', 'cause');
  return CALLER.test(text) || HIDDEN.test(text) ? found('caller-id', 'phrase') : null;
});

function namesFeature(response: Message): boolean {
  return reasonsOf(response).some(
    ({ protocol, cause }) => protocol === 'Q.850' && cause === REJECTED_BY_FEATURE,
  );
}

/** From names nobody (RFC 3323 §4.1.1.3), or Privacy asks to hide it. */
function isAnonymous(request: Message): boolean {
  const from = parseNameAddr(field(request, 'From') ?? '');
  if (/^anonymous\.invalid$/i.test(from.uri?.host ?? '')) return true;
  if (/^(?:anonymous|restricted|unavailable)$/i.test(from.uri?.user ?? '')) return true;
  return /\b(?:id|user|header)\b/i.test(field(request, 'Privacy') ?? '');
}

/** The number or name that a field gives, '' without the field. */
export function namedIn(request: Message, name: string): string {
  return userIn(field(request, name)).slice(0, MAX_USER);
}

/** Longest number or name that is quoted, in characters. */
const MAX_USER = 64;
