/**
 * The only door to jssip: its PEG grammar of RFC 3261 §25, our strict judge. Loading it costs 15–40 ms, so it is
 * imported when somebody is about to judge (`await loadGrammar()` once), not when the tool starts; a synchronous
 * lazy import does not exist outside Node. Until then every verdict is `unjudged`.
 */
import { MAX_VALUE } from './values/text.ts';

export type Verdict = 'ok' | 'bad' | 'unjudged';

/** The rules of the grammar that are asked for. */
export type GrammarRule =
  | 'Allow_Events'
  | 'Call_ID'
  | 'Contact'
  | 'Content_Disposition'
  | 'Content_Type'
  | 'Event'
  | 'From'
  | 'Name_Addr_Header'
  | 'Reason'
  | 'Refer_To'
  | 'Replaces'
  | 'Request_URI'
  | 'Route'
  | 'Session_Expires'
  | 'Subscription_State'
  | 'To'
  | 'Via'
  | 'WWW_Authenticate';

/** Verdicts that are kept; the oldest half goes when it is full. */
const CACHE_SIZE = 8192;
/** Longest text whose verdict is kept, in characters: the cache stays below a few MB. */
const MAX_CACHED = 256;

type Parse = (text: string, rule: string) => unknown;

let parse: Parse | null = null;
let recent = new Map<string, Verdict>();
let older = new Map<string, Verdict>();

/** Makes the judge available. Cheap when called again. */
export async function loadGrammar(): Promise<void> {
  if (parse !== null) return;
  const grammar = await import('jssip/lib/Grammar.js');
  parse = (grammar as { default: { parse: Parse } }).default.parse;
}

/** Whether `text` follows the grammar rule. The grammar says no with -1, and on some inputs by throwing. */
export function judge(rule: GrammarRule, text: string): Verdict {
  if (parse === null || text.length > MAX_VALUE) return 'unjudged';
  if (text.length > MAX_CACHED) return ask(parse, rule, text);
  const key = `${rule} ${text}`;
  let verdict = recent.get(key) ?? older.get(key);
  if (verdict === undefined) {
    verdict = ask(parse, rule, text);
    if (recent.size >= CACHE_SIZE / 2) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, verdict);
  }
  return verdict;
}

function ask(grammar: Parse, rule: GrammarRule, text: string): Verdict {
  try {
    return grammar(text, rule) === -1 ? 'bad' : 'ok';
  } catch {
    return 'bad';
  }
}
