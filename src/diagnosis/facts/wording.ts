/** What the wording of a refusal is about: tables of tokens, since every vendor writes its own phrases. */
import type { ForbiddenTopic, OverloadTopic, Refusal } from '../../model/response-args.ts';

/** Where a response says why. */
type Wording = Pick<Refusal, 'code' | 'phrase' | 'warning' | 'reason'>;

interface Row<T> {
  readonly topic: T;
  readonly pattern: RegExp;
}

/** The first row that matches counts. */
const FORBIDDEN: readonly Row<ForbiddenTopic>[] = [
  { topic: 'relay', pattern: /relay|not allowed to (?:forward|route)/i },
  {
    topic: 'balance',
    pattern: /balance|credit|billing|payment|\bfunds?\b|prepaid|out of money/i,
  },
  {
    topic: 'limit',
    pattern: /limit|\bcps\b|channel|concurren|too many|capacity|exceed|maximum|\brate\b/i,
  },
  {
    topic: 'credentials',
    pattern: /password|credential|authenticat|auth(?:orization)? failed|bad auth|wrong user/i,
  },
  {
    topic: 'address',
    pattern:
      /\bacl\b|\bip\b|whitelist|allow-?list|source address|unknown (?:source|peer|trunk|gateway)/i,
  },
  {
    topic: 'caller',
    pattern: /caller|calling|originat|\bcli\b|\bani\b|\bfrom\b|anonymous|spoof/i,
  },
  {
    topic: 'destination',
    pattern: /destination|country|international|premium|geo|prefix|dialed|dialled|barr/i,
  },
  { topic: 'account', pattern: /account|suspend|disabled|inactive|expired|user|subscri|domain/i },
];

/** Telnyx ends its phrases with the number of its own list. */
const TELNYX: readonly Row<ForbiddenTopic>[] = [
  { topic: 'limit', pattern: /\bD(?:1|2|3|24)\b/ },
  { topic: 'account', pattern: /\bD(?:1[0-8]|38)\b/ },
  { topic: 'balance', pattern: /\bD19\b/ },
  { topic: 'credentials', pattern: /\bD2[5-9]\b/ },
  { topic: 'caller', pattern: /\bD3[56]\b/ },
];

const OVERLOAD: readonly Row<OverloadTopic>[] = [
  {
    topic: 'maintenance',
    pattern: /maintenance|shut ?down|shutting|starting|restart|not ready|drain|suspend/i,
  },
  {
    topic: 'capacity',
    pattern:
      /capacity|congest|overload|busy|limit|channel|circuit|resource|too many|maximum|exceed|licen[cs]e|cps/i,
  },
  {
    topic: 'route',
    pattern:
      /route|gateway|destination|next ?hop|peer|trunk|no (?:server|target|answer)|unreachable|carrier/i,
  },
];

/** Codes whose page says what it is about already. */
const BY_CODE: Readonly<Record<number, ForbiddenTopic>> = { 402: 'balance' };

export function forbiddenTopic(refusal: Wording): ForbiddenTopic {
  return (
    topicOf(TELNYX, refusal) ?? topicOf(FORBIDDEN, refusal) ?? BY_CODE[refusal.code] ?? 'unknown'
  );
}

export function overloadTopic(refusal: Wording): OverloadTopic {
  return topicOf(OVERLOAD, refusal) ?? 'unknown';
}

function topicOf<T>(rows: readonly Row<T>[], { phrase, warning, reason }: Wording): T | null {
  const text = `${phrase}\n${warning}\n${textOf(reason)}`;
  return rows.find(({ pattern }) => pattern.test(text))?.topic ?? null;
}

/** The quoted words of a Reason; its protocol and parameters are no wording. */
function textOf(reason: string): string {
  return reason
    .split('"')
    .filter((_, at) => at % 2 === 1)
    .join(' ');
}
