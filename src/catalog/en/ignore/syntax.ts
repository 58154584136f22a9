import type { SyntaxArgs } from '../../../model/rule-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const syntaxIgnore: IgnoreTexts<keyof SyntaxArgs> = {
  'malformed-message':
    'When it comes from a scanner, or the receiver evidently took the message and the call went on.',
  'missing-mandatory-header':
    'When the message was answered as usual; a log that leaves header fields out looks the same.',
  'content-length-mismatch':
    'Over UDP, when a log or a mail cut blanks at the ends of lines: the packet itself may be right.',
  'cseq-method-mismatch': 'When it comes from a test tool.',
  'uri-param-outside-brackets':
    'When the receiver does not use the parameter, such as transport=udp on a UDP link.',
  'branch-no-cookie':
    'For a device of the time before RFC 3261 that works with everything it has to talk to.',
};
