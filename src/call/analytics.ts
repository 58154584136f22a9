import type { Message } from '../sip/message.ts';
import type { Reason } from '../sip/values/reason.ts';

/** What is missing or changed in a "603+" as ATIS-1000099 defines it; '' when nothing is. */
export type AnalyticsFault =
  | ''
  | 'phrase-rewritten'
  | 'reason-missing'
  | 'version-missing'
  | 'no-contact';

/** An analytics block with the redress contact that it names; every value is checked and capped, '' when absent. */
export interface AnalyticsBlock {
  readonly fault: AnalyticsFault;
  /** The Reason says so itself; else only the phrase does. */
  readonly byReason: boolean;
  readonly url: string;
  readonly tel: string;
  readonly email: string;
  readonly id: string;
  readonly location: string;
}

const PHRASE = 'network blocked';
const VERSION = /^v=analytics1(?:;|$)/i;
const ANY_VERSION = /^v=analytics\d*(?:;|$)/i;

/** What a value must look like to be shown at all: text of a stranger that people will be tempted to use. */
const SHAPES = {
  url: /^https:\/\/[a-z0-9.-]{1,253}(?::\d{1,5})?(?:[/?#][!#-;=?-~]{0,400})?$/i,
  tel: /^\+?\d{3,15}$/,
  email: /^[\w.+%-]{1,64}@[a-z0-9.-]{1,253}$/i,
  id: /^[\w-]{1,64}$/,
  location: /^[a-z0-9-]{1,8}$/i,
} as const;

/**
 * Recognises network blocking by analytics in a 603 (ATIS-1000099): the Reason text `v=analytics1;…`, or the phrase
 * "Network Blocked". `nearest` is the response as the caller's side got it, `produced` as its maker sent it.
 */
export function analyticsBlock(
  nearest: Message,
  produced: Message,
  reasons: readonly Reason[],
): AnalyticsBlock | null {
  const phrase = isBlockedPhrase(produced) && isBlockedPhrase(nearest);
  const byPhrase = isBlockedPhrase(produced) || isBlockedPhrase(nearest);
  const versioned = reasons.find(({ text }) => ANY_VERSION.test(text));
  if (versioned === undefined && !byPhrase) return null;
  const reason = versioned ?? reasons.find(({ text }) => /\b(?:url|tel|email)=/i.test(text));
  const contact = contactOf(reason);
  return { fault: faultOf(phrase, reason, contact), byReason: versioned !== undefined, ...contact };
}

type Contact = Record<keyof typeof SHAPES, string>;

function faultOf(phrase: boolean, reason: Reason | undefined, contact: Contact): AnalyticsFault {
  if (!phrase) return 'phrase-rewritten';
  if (reason === undefined) return 'reason-missing';
  if (!VERSION.test(reason.text)) return 'version-missing';
  return contact.url === '' && contact.tel === '' && contact.email === '' ? 'no-contact' : '';
}

function isBlockedPhrase(message: Message): boolean {
  return message.phrase.toLowerCase() === PHRASE;
}

function contactOf(reason: Reason | undefined): Contact {
  const contact: Contact = { url: '', tel: '', email: '', id: '', location: '' };
  if (reason === undefined) return contact;
  // Without quotes around the text its parts become parameters of the Reason value.
  const parts = new Map(reason.params);
  for (const part of reason.text.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) parts.set(part.slice(0, equals).trim().toLowerCase(), part.slice(equals + 1));
  }
  for (const name of Object.keys(SHAPES) as (keyof Contact)[]) {
    const value = (parts.get(name) ?? '').trim();
    const shown = name === 'tel' ? value.replace(/[\s().-]/g, '') : value;
    if (SHAPES[name].test(shown)) contact[name] = shown;
  }
  return contact;
}
