/** The syntax faults of a conversation's messages, found once and shared by the rules that report them. */
import { horizon } from '../../call/horizon.ts';
import type { Judged, Transaction } from '../../call/types.ts';
import type { SyntaxArgs } from '../../model/rule-args.ts';
import type { Severity } from '../../model/vocabulary.ts';
import { HARMLESS } from '../../sip/leniency.ts';
import type { Message } from '../../sip/message.ts';
import {
  hasCSeqMismatch,
  lacksItsField,
  syntaxFaults,
  type SyntaxFault,
} from '../../sip/syntax.ts';
import { shown } from '../evidence.ts';
import type { Finding, Proof, RuleContext } from '../rule.ts';
import { us } from '../thresholds.ts';
import { fact } from './fact.ts';

/** Syntax concerns every kind of conversation. */
export const EVERY_KIND: readonly Judged['kind'][] = [
  'call',
  'registration',
  'subscription',
  'probe',
  'message',
  'publication',
  'other',
];

export type SyntaxRule = keyof SyntaxArgs;

/** A fault and the message that has it. */
export interface MessageFault<R extends SyntaxRule = SyntaxRule> {
  readonly message: Message;
  readonly fault: SyntaxFault<R>;
}

/** Failures that an unreadable request can provoke; other answers prove that it was understood. */
const UNREADABLE: readonly number[] = [400, 408, 416, 420, 481, 482, 483, 493];

/** Rows of evidence in one finding. */
const MAX_EVIDENCE = 3;

/** Whether a receiver may have stumbled over a message, as far as the reader has noticed in passing. */
function isOdd(message: Message): boolean {
  return (message.leniency & ~HARMLESS) !== 0 || hasCSeqMismatch(message) || lacksItsField(message);
}

/** No response at all, or a final one that a malformed request can provoke; a 100 proves that it was understood. */
export function mayBeUnreadable({ method, final, responses }: Transaction): boolean {
  if (method === 'ACK' || method === 'CANCEL') return false;
  if (final === null) return responses.length === 0;
  return Math.floor(final.status / 100) === 5 || UNREADABLE.includes(final.status);
}

let asked: Judged | null = null;
let worth = false;

/** A cheap look whether a conversation's messages are worth checking; the rules ask it one after the other. */
export function worthChecking(conversation: Judged): boolean {
  if (conversation !== asked) {
    asked = conversation;
    worth = conversation.transactions.some(mayBeUnreadable) || conversation.messages.some(isOdd);
  }
  return worth;
}

/** What worked regardless is one step milder than what did not. */
const MILDER: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'info',
  info: 'info',
};

/** Every fault of the conversation in time order; copies of a message are not checked again. */
const messageFaults = fact((conversation: Judged, context): readonly MessageFault[] => {
  const unread = conversation.transactions.filter(mayBeUnreadable);
  const failed = unread.length > 0;
  const open = failed && unread.every((one) => isOpen(one, context));
  const faults: MessageFault[] = [];
  for (const message of conversation.messages) {
    if (message.repeat !== 'first' || (!failed && !isOdd(message))) continue;
    for (const fault of syntaxFaults(message)) {
      const severity = severityOf(fault, message, failed);
      // What a receiver may well put up with is no warning before it had its say.
      const said = open && severity === 'warning' ? 'info' : severity;
      faults.push({ message, fault: { ...fault, severity: said } });
    }
  }
  return faults;
});

/** The capture stopped before an answer was due; without a clock nothing can be said about waiting. */
function isOpen(
  { final, request }: Transaction,
  { surroundings, thresholds }: RuleContext,
): boolean {
  if (final !== null || request === null || Number.isNaN(request.time)) return false;
  return horizon(surroundings, request.time) < us(thresholds['retry.window']);
}

function severityOf({ severity }: SyntaxFault, message: Message, failed: boolean): Severity {
  // Nobody acts on what the answer to a keep-alive lacks.
  if (lacksItsField(message) && message.cseqMethod === 'OPTIONS') return 'info';
  return failed || lacksItsField(message) ? severity : MILDER[severity];
}

const GRADES: readonly Severity[] = ['error', 'warning', 'info'];

/** One finding for all faults of a rule: the worst one speaks, the first few are shown. */
export function faultFinding<R extends SyntaxRule>(
  rule: R,
  conversation: Judged,
  context: RuleContext,
): readonly Finding<R>[] {
  const faults = messageFaults(conversation, context).filter(
    (found): found is MessageFault<R> => found.fault.rule === rule,
  );
  const worst = GRADES.flatMap((grade) => faults.filter((one) => one.fault.severity === grade))[0];
  if (worst === undefined) return [];
  const rest = [...new Map(faults.map((found) => [found.message, found])).values()].filter(
    ({ message }) => message !== worst.message,
  );
  const { severity, args } = worst.fault;
  return [
    {
      rule,
      severity,
      confidence: 'proven',
      status: 'present',
      scope: 'message',
      args,
      evidence: [proof(worst), ...rest.slice(0, MAX_EVIDENCE - 1).map(proof)],
    } as Finding<R>,
  ];
}

function proof({ message, fault }: MessageFault): Proof {
  return shown(message, fault.header === '' ? undefined : fault.header);
}
