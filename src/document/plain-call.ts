import type { PlainCall } from '../call/plain.ts';
import type { ReportCall } from '../model/report.ts';
import type { Message } from '../sip/message.ts';
import { calleeOf, callerOf } from '../sip/party.ts';
import { finalOf, NO_FINDINGS } from './call-row.ts';
import { iso, milliseconds } from './time.ts';

/** The row of a plain call, as `callRowOf` would make it of the judged one. */
export function plainCallRow(call: PlainCall, invite: Message, answer: Message): ReportCall {
  const { callId } = invite;
  return {
    id: '',
    callIds: [callId],
    from: callerOf(invite),
    to: calleeOf(invite),
    legs: [
      {
        callId,
        source: invite.sender.name,
        destination: invite.receiver.name,
        code: answer.status,
      },
    ],
    start: iso(call.invite),
    ...PLAIN_STATE,
    release: call.byCaller ? 'caller' : 'callee',
    final: finalOf(answer),
    timing: {
      pddMs: plainPddMs(call),
      ringMs: milliseconds(call.alerting, call.answer),
      talkMs: milliseconds(call.answer, call.bye),
      elapsedMs: milliseconds(call.invite, call.bye),
    },
    findings: NO_FINDINGS,
    primary: null,
  };
}

/** How every plain call went. */
export const PLAIN_STATE = {
  stage: 'answered',
  outcome: 'answered',
  confidence: 'proven',
} as const;

/** Post-dial delay, ms. */
export function plainPddMs({ invite, progress, answer }: PlainCall): number | null {
  return milliseconds(invite, progress ?? answer);
}
