import type { Message } from '../../../src/sip/message.ts';
import { leniencyNames } from '../../../src/sip/leniency.ts';
import { syntaxFaults, type SyntaxFault } from '../../../src/sip/syntax.ts';

/** A message in the words of an `expect` fence. */
export function describeMessage(message: Message | null): Map<string, string> {
  if (message === null) return new Map([['not SIP', '']]);
  const status = `${message.status} ${message.phrase}`.trim();
  return new Map([
    message.isRequest ? ['request', message.method] : ['response', status],
    ['uri', message.requestUri],
    ['call-id', message.callId],
    ['cseq', `${message.cseq} ${message.cseqMethod}`.trim()],
    ['branch', message.branch],
    ['sent-by', message.sentBy],
    ['from-tag', message.fromTag],
    ['to-tag', message.toTag],
    ['body', String(message.end - message.bodyStart)],
    ['flags', leniencyNames(message.leniency).join(', ')],
  ]);
}

export function describeFaults(message: Message): string {
  return syntaxFaults(message).map(describeFault).join('; ');
}

export function describeFault(fault: SyntaxFault): string {
  return [fault.severity, fault.rule, DETAIL[fault.rule](fault)]
    .filter((word) => word !== '')
    .join(' ');
}

const DETAIL: Record<SyntaxFault['rule'], (fault: SyntaxFault) => string> = {
  'malformed-message': ({ args, header }) =>
    `${'fault' in args ? args.fault : ''} ${header}`.trim(),
  'missing-mandatory-header': ({ args }) => ('headers' in args ? args.headers.join(', ') : ''),
  'content-length-mismatch': ({ args }) =>
    'declared' in args ? `${args.declared} ${args.present}` : '',
  'cseq-method-mismatch': () => '',
  'uri-param-outside-brackets': ({ header }) => header,
  'branch-no-cookie': () => '',
};
