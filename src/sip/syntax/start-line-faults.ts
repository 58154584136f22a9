import { LENIENCY } from '../leniency.ts';
import type { Message } from '../message.ts';
import { judgeField } from '../strict.ts';
import { malformed, type SyntaxFault } from './fault.ts';

/** What is wrong with the request line or status line (RFC 3261 §7.1, §7.2). */
export function startLineFaults(message: Message, out: SyntaxFault[]): void {
  const odd = (message.leniency & LENIENCY.badStartLine) !== 0;
  if ((message.leniency & LENIENCY.badVersion) !== 0) {
    const named = /SIP\/\d\.\d/i.test(message.startLine);
    out.push(malformed(named ? 'version' : 'version-missing', '', message.startLine));
  } else if (odd && !message.isRequest) {
    const outside = message.status < 100 || message.status > 699;
    out.push(malformed(outside ? 'status-code' : 'start-line-blanks', '', message.startLine));
  }
  if (message.isRequest) requestUriFaults(message, odd, out);
}

function requestUriFaults(message: Message, odd: boolean, out: SyntaxFault[]): void {
  const uri = message.requestUri;
  if (/\s/.test(uri) || judgeField('Request-URI', uri) === 'bad') {
    out.push(malformed('request-uri', '', message.startLine));
  } else if (odd && (message.leniency & LENIENCY.badVersion) === 0) {
    out.push(malformed('start-line-blanks', '', message.startLine));
  }
}
