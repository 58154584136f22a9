import type { Language } from '../model/language.ts';
import { explainQ850, explainWarning } from './explain-cause.ts';
import { explainCode } from './explain-code.ts';
import { explainLocation, explainProtocol, explainReasonCause } from './explain-reason.ts';
import { explainRule } from './explain-rule.ts';
import { explainAnalytics } from './explain-analytics.ts';
import { codeFacts, isKnownCode, KNOWN_CODES } from './lookup.ts';
import { FREESWITCH_CAUSES, isFreeswitchCause, reasonLocation, reasonProtocol } from './reason.ts';
import { RULE_IDS } from './rule-texts.ts';
import type { Sheet } from './sheet.ts';

interface Topic {
  readonly pattern: RegExp;
  /** Null when the catalog has nothing under this name. */
  find(match: RegExpExecArray, language: Language): Sheet | null;
}

const MIN_CODE = 100;
const MAX_CODE = 699;

function status(text: string, language: Language): Sheet | null {
  const code = Number(text);
  const inRange = code >= MIN_CODE && code <= MAX_CODE;
  return inRange || isKnownCode(code) ? explainCode(code, language) : null;
}

function freeswitchByName(name: string, language: Language): Sheet | null {
  const found = Object.entries(FREESWITCH_CAUSES).find(([, known]) => known === name.toUpperCase());
  return found === undefined ? null : explainReasonCause('FreeSWITCH', Number(found[0]), language);
}

/** `Q.850;cause=21`, `SIP:603`, `RELEASE_CAUSE 2`: a protocol and one of its numbers. */
function reason(protocol: string, text: string, language: Language): Sheet | null {
  const cause = Number(text);
  if (/^q\.?850$/i.test(protocol)) return explainQ850(cause, language);
  if (/^sip$/i.test(protocol)) {
    return status(text, language) ?? explainReasonCause('FreeSWITCH', cause, language);
  }
  if (/^freeswitch$/i.test(protocol)) {
    return isFreeswitchCause(cause) ? explainReasonCause('FreeSWITCH', cause, language) : null;
  }
  const known = reasonProtocol(protocol);
  return known === null ? null : explainReasonCause(known, cause, language);
}

/** Tried in this order; the first that finds something wins. */
const TOPICS: readonly Topic[] = [
  {
    pattern: /^(?:603\s*\+|(?:603\s+)?network blocked)$/i,
    find: (_, language) => explainAnalytics(language),
  },
  { pattern: /^(\d{3})$/, find: ([, code = ''], language) => status(code, language) },
  {
    pattern: /^(?:warning)[:\s=]*(\d{3})|^(\d{3})w$/i,
    find: ([, named = '', short = ''], language) =>
      explainWarning(Number(named || short), language),
  },
  {
    pattern: /^(?:reason:\s*)?([\w.-]+?)\s*(?:;\s*cause\s*=\s*|[:\s]\s*|\s+cause\s+)(\d{1,3})\b/i,
    find: ([, protocol = '', cause = ''], language) => reason(protocol, cause, language),
  },
  {
    pattern: /^location[:=\s]*([\w-]+)$/i,
    find: ([, name = ''], language) => {
      const location = reasonLocation(name);
      return location === null ? null : explainLocation(location, language);
    },
  },
  {
    pattern: /^([\w-]+)$/,
    find: ([, name = ''], language) => {
      const rule = RULE_IDS.find((id) => id === name.toLowerCase());
      return rule === undefined ? null : explainRule(rule, language);
    },
  },
  {
    pattern: /^(?:reason:\s*)?([\w.-]+)$/i,
    find: ([, name = ''], language) => {
      const protocol = reasonProtocol(name === 'q850' ? 'Q.850' : name);
      return protocol === null
        ? freeswitchByName(name, language)
        : explainProtocol(protocol, language);
    },
  },
  {
    // A phrase as it stands in a trace, with or without its code.
    pattern: /^(?:\d{3}\s+)?(.+)$/s,
    find: ([all, phrase = ''], language) => {
      const wanted = phrase.toLowerCase();
      const code = KNOWN_CODES.find((known) => {
        const { phrase: own, otherPhrases = [] } = codeFacts(known);
        return [own, ...otherPhrases].some((one) => one.toLowerCase() === wanted);
      });
      const numbered = /^(\d{3})\s/.exec(all);
      if (numbered !== null) return status(numbered[1] ?? '', language);
      return code === undefined ? null : explainCode(code, language);
    },
  },
];

/**
 * What the catalog knows about a status code (`603`), a cause (`Q.850:21`), a Warning (`Warning:305`, `305w`), a
 * Reason value, a rule id or a reason phrase; null when it knows nothing of that name.
 */
export function explain(topic: string, language: Language): Sheet | null {
  for (const { pattern, find } of TOPICS) {
    const match = pattern.exec(topic.trim());
    const sheet = match === null ? null : find(match, language);
    if (sheet !== null) return sheet;
  }
  return null;
}
