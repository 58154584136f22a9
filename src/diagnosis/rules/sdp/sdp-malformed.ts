import type { Call } from '../../../call/types.ts';
import type { Severity } from '../../../model/vocabulary.ts';
import type { Message } from '../../../sip/message.ts';
import { isGrave, type SdpFault } from '../../../sip/sdp/fault.ts';
import { sdpOf } from '../../../sip/sdp/of-message.ts';
import { shown } from '../../evidence.ts';
import { isNegotiated, negotiation, worked } from '../../facts/sdp.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** Refusals that an unreadable description can provoke. */
const UNREADABLE: ReadonlySet<number> = new Set([400, 415, 488, 500, 580, 606]);
/** Longest line that a finding quotes, in characters. */
const MAX_TEXT = 160;

/** A session description departs from RFC 8866. */
export const sdpMalformed: Rule<'sdp-malformed', Call> = {
  id: 'sdp-malformed',
  severity: 'error',
  tier: 'syntax',
  kinds: ['call'],
  applies: (call) => wasRejected(call) || isNegotiated(call),
  check(call, context) {
    const found = worstOf(call, context);
    if (found === null) return [];
    const { message, fault } = found;
    const { kind, line } = fault;
    return [
      {
        rule: 'sdp-malformed',
        severity: severityOf(call, fault),
        confidence: 'proven',
        status: 'present',
        scope: 'message',
        args: {
          fault: kind,
          line: line?.number ?? 0,
          text: line === null ? '' : textOf(line.type, line.value),
        },
        evidence: wasRejected(call) ? [shown(message), shown(call.final)] : [shown(message)],
      },
    ];
  },
};

function wasRejected(call: Call): call is Call & { readonly final: Message } {
  return call.stage !== 'answered' && call.final !== null && UNREADABLE.has(call.final.status);
}

/** The gravest fault of the first message that has one: a description is mostly wrong in the same way each time. */
function worstOf(
  call: Call,
  context: RuleContext,
): { readonly message: Message; readonly fault: SdpFault } | null {
  const all = carriersOf(call, context).flatMap((message) =>
    (sdpOf(message)?.faults ?? []).map((fault) => ({ message, fault })),
  );
  return all.find(({ fault }) => isGrave(fault)) ?? all[0] ?? null;
}

function carriersOf(call: Call, context: RuleContext): Message[] {
  const request = call.invite?.request ?? null;
  if (wasRejected(call)) return request === null ? [] : [request];
  return negotiation(call, context).exchanges.flatMap(({ offer, answer }) =>
    answer === null ? [offer.message] : [offer.message, answer.message],
  );
}

/** What every parser reads is a note; what none may accept is the cause where the message was refused. */
function severityOf(call: Call, fault: SdpFault): Severity {
  if (wasRejected(call)) return isGrave(fault) ? 'error' : 'warning';
  return isGrave(fault) && !worked(call) ? 'warning' : 'info';
}

function textOf(type: string, value: string): string {
  const text = type === '' ? value : `${type}=${value}`;
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
