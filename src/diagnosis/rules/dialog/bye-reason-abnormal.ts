import type { Call } from '../../../call/types.ts';
import type { EndingArgs } from '../../../model/dialog-args.ts';
import type { Message } from '../../../sip/message.ts';
import { reasonsOf } from '../../../sip/reasons.ts';
import type { Reason } from '../../../sip/values/reason.ts';
import { shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

type Kind = EndingArgs['bye-reason-abnormal']['kind'];

/** Longest text that is quoted, in characters. */
const MAX_TEXT = 80;

/** Q.850 causes that no person brings about by hanging up. */
const Q850: Readonly<Record<number, Kind>> = {
  ...kindOf('network', [3, 20, 25, 27, 38, 39, 40, 41]),
  ...kindOf('resources', [34, 42, 43, 44, 46, 47, 49, 58, 63]),
  ...kindOf('protocol', [65, 69, 79, 81, 88, 95, 96, 97, 98, 99, 100, 101, 111]),
  ...kindOf('session', [102]),
};
/** SIP codes in a Reason; 804 is what media servers write when no RTP came. */
const SIP: Readonly<Record<number, Kind>> = {
  ...kindOf('media', [804]),
  ...kindOf('session', [408, 504]),
  ...kindOf('protocol', [400, 415, 420, 481, 488, 513, 606]),
  ...kindOf('network', [500, 502, 503]),
};
/** What the words say goes before the number: some devices write 16 on everything. */
const WORDS: readonly (readonly [Kind, RegExp])[] = [
  [
    'media',
    /\b(?:rtp|rtcp|media|audio|voice)\b.{0,30}\b(?:time-?out|timed out|loss|lost|inactiv|fail|error|stop|broken|interrupt|missing|absent)|no (?:rtp|media|audio)/i,
  ],
  ['session', /\b(?:session|ack|timer|dialog)\b.{0,20}\b(?:time-?out|timed out|expire)/i],
  [
    'network',
    /(?:bearer|radio|link|network|connection|transport).{0,20}(?:loss|lost|fail|error|broken|out of order)/i,
  ],
];

/** A BYE whose Reason (RFC 3326) says that something broke, not that somebody hung up. */
export const byeReasonAbnormal: Rule<'bye-reason-abnormal', Call> = {
  id: 'bye-reason-abnormal',
  severity: 'warning',
  tier: 'user',
  kinds: ['call'],
  needs: ['bye'],
  applies: ({ transactions }) =>
    transactions.some(({ method, request }) => method === 'BYE' && request?.hasReason === true),
  check(call) {
    for (const { method, request, client } of call.transactions) {
      if (method !== 'BYE' || request === null) continue;
      const found = abnormalOf(request);
      if (found === null) continue;
      const { kind, reason } = found;
      const { answer } = call.milestones;
      return [
        {
          rule: 'bye-reason-abnormal',
          severity: 'warning',
          confidence: 'proven',
          status: 'present',
          scope: 'call',
          args: {
            kind,
            by: client.name,
            protocol: reason.protocol.slice(0, MAX_TEXT),
            cause: reason.cause ?? 0,
            text: reason.text.slice(0, MAX_TEXT),
            talkUs: answer === null ? 0 : request.time - answer,
          },
          evidence: [shown(request, 'Reason')],
        },
      ];
    }
    return [];
  },
};

function abnormalOf(bye: Message): { kind: Kind; reason: Reason } | null {
  const reasons = reasonsOf(bye);
  for (const reason of reasons) {
    const kind = WORDS.find(([, words]) => words.test(reason.text.slice(0, 200)))?.[0];
    if (kind !== undefined) return { kind, reason };
  }
  for (const reason of reasons) {
    const table = reason.protocol === 'Q.850' ? Q850 : reason.protocol === 'SIP' ? SIP : {};
    const kind = table[reason.cause ?? -1];
    if (kind !== undefined) return { kind, reason };
  }
  return null;
}

function kindOf(kind: Kind, causes: readonly number[]): Record<number, Kind> {
  return Object.fromEntries(causes.map((cause) => [cause, kind]));
}
