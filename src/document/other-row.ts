import type { OtherConversation } from '../call/types.ts';
import type { ReportConversation } from '../model/report.ts';
import type { Message } from '../sip/message.ts';
import { calleeOf, callerOf } from '../sip/party.ts';
import { finalOf, NO_FINDINGS } from './call-row.ts';
import { iso } from './time.ts';

/** The report's row of a conversation that is no call; id and findings are filled in when the report is put together. */
export function otherRowOf(conversation: OtherConversation): ReportConversation {
  const { kind, callId, tries, messages, final, outcome, confidence } = conversation;
  const first = messages[0] as Message;
  const request = tries[0]?.exchanges[0]?.request ?? first;
  const isRequest = request.status === 0;
  return {
    id: '',
    kind,
    callId,
    from: callerOf(request),
    to: calleeOf(request),
    source: (isRequest ? request.sender : request.receiver).name,
    destination: (isRequest ? request.receiver : request.sender).name,
    start: iso(first.time),
    end: iso((messages.at(-1) as Message).time),
    tries: tries.length,
    outcome,
    confidence,
    final: final === null ? null : finalOf(final),
    findings: NO_FINDINGS,
    primary: null,
  };
}
