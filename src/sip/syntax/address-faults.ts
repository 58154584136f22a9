import type { MalformedFault } from '../../model/rule-args.ts';
import { splitList } from '../field.ts';
import { judgeField } from '../strict.ts';
import { PLAIN_ADDRESS } from '../plain.ts';
import { parseNameAddr, type NameAddr } from '../values/name-addr.ts';
import { closingQuote, indexOutsideQuotes } from '../values/text.ts';
import { clipped, malformed, type SyntaxFault } from './fault.ts';

/** URI parameters that are no header parameters of the fields that carry addresses (IANA, SIP/SIPS URI parameters). */
const URI_PARAMS = [
  'transport',
  'user',
  'maddr',
  'lr',
  'ttl',
  'method',
  'comp',
  'ob',
  'gr',
  'sigcomp-id',
];
const TEL_PARAMS = ['phone-context', 'ext', 'isub'];

/** Faults of one line of addresses; `list` says whether commas separate values. */
export function addressFaults(name: string, line: string, list: boolean): SyntaxFault | null {
  for (const value of list && line.includes(',') ? splitList(line) : [line]) {
    if (PLAIN_ADDRESS.test(value)) continue;
    const fault = oneAddress(name, value);
    if (fault !== null) return fault;
  }
  return null;
}

function oneAddress(name: string, value: string): SyntaxFault | null {
  const address = parseNameAddr(value);
  if (address.wildcard) return null;
  const fault = structureFault(value, address);
  if (fault !== null) return malformed(fault, name, value);
  if (!address.bracketed && needsBrackets(value, address)) {
    return {
      rule: 'uri-param-outside-brackets',
      severity: 'warning',
      args: { header: name, text: clipped(value) },
      header: name,
    };
  }
  return judgeField(name, value) === 'bad' ? malformed('grammar', name, value) : null;
}

function structureFault(value: string, address: NameAddr): MalformedFault | null {
  if (hasOpenQuote(value)) return 'unbalanced-quotes';
  const open = indexOutsideQuotes(value, '<');
  const close = indexOutsideQuotes(value, '>');
  if (open < 0 !== close < 0 || close < open) return 'unbalanced-brackets';
  if (/\s/.test(address.uriText)) return 'blank-in-uri';
  if (address.uri === null) return 'no-uri';
  // Unquoted display names are tokens (§25.1); UTF-8 in them is common and understood.
  if (open > 0 && !/^(?:"|[\s\w.!%*+`'~\u0080-\uffff-]*$)/.test(value.slice(0, open))) {
    return 'display-name';
  }
  return null;
}

/** Without brackets the URI may hold no comma, question mark or semicolon (RFC 3261 §20). */
function needsBrackets(value: string, { uri, uriText, params }: NameAddr): boolean {
  if (/[?,]/.test(uriText)) return true;
  if (!value.includes(';')) return false;
  return (
    URI_PARAMS.some((param) => params.has(param)) ||
    (uri?.scheme === 'tel' && TEL_PARAMS.some((param) => params.has(param)))
  );
}

function hasOpenQuote(value: string): boolean {
  let at = value.indexOf('"');
  while (at >= 0) {
    const close = closingQuote(value, at);
    if (close < 0) return true;
    at = value.indexOf('"', close + 1);
  }
  return false;
}
