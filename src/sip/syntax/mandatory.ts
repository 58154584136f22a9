import type { Severity } from '../../model/vocabulary.ts';
import { CR, LF } from '../bytes.ts';
import { hasField } from '../field.ts';
import type { Message } from '../message.ts';
import type { SyntaxFault } from './fault.ts';
import { fieldIndex } from './fields.ts';
import type { Present } from './header-faults.ts';

interface Mandatory {
  readonly header: string;
  readonly severity: Severity;
  /** The messages that have to carry it. */
  readonly when: (message: Message) => boolean;
}

const request = (message: Message): boolean => message.isRequest;
const always = (): boolean => true;
const method =
  (...methods: string[]) =>
  (message: Message): boolean =>
    message.isRequest && methods.includes(message.method);
const status =
  (code: number) =>
  (message: Message): boolean =>
    message.status === code;
/** A response that makes a dialog in which the caller may send requests (RFC 3261 §12.1.1). */
const answer = (message: Message): boolean =>
  message.status >= 200 && message.status <= 299 && message.cseqMethod === 'INVITE';
// Of the provisionals only a reliable one is answered in its dialog (PRACK, RFC 3262 §4); the rest do no harm.
const reliable = (message: Message): boolean =>
  message.status > 100 && message.status <= 199 && hasField(message, 'RSeq');
const STREAMS: readonly string[] = ['tcp', 'tls'];

/** Line ends and NULs behind the header fields are padding, not a body. */
function hasContent(message: Message): boolean {
  for (let at = message.bodyStart; at < message.end; at += 1) {
    const byte = message.bytes[at] as number;
    if (byte !== CR && byte !== LF && byte !== 0) return true;
  }
  return false;
}

/** Which message has to carry what; `error` where the receiver cannot go on without it. */
const RULES: readonly Mandatory[] = [
  // RFC 3261 §8.1.1, §8.2.6.2
  { header: 'Via', severity: 'error', when: always },
  { header: 'From', severity: 'error', when: always },
  { header: 'To', severity: 'error', when: always },
  { header: 'Call-ID', severity: 'error', when: always },
  { header: 'CSeq', severity: 'error', when: always },
  { header: 'Max-Forwards', severity: 'warning', when: request },
  // §8.1.1.8, RFC 6665 §4.1.2.1, RFC 3515 §2.2
  { header: 'Contact', severity: 'error', when: method('INVITE', 'SUBSCRIBE', 'REFER') },
  { header: 'Contact', severity: 'error', when: answer },
  { header: 'Contact', severity: 'warning', when: reliable },
  // §21.4, RFC 4028 §6
  { header: 'WWW-Authenticate', severity: 'error', when: status(401) },
  { header: 'Proxy-Authenticate', severity: 'error', when: status(407) },
  { header: 'Allow', severity: 'warning', when: status(405) },
  { header: 'Unsupported', severity: 'warning', when: status(420) },
  { header: 'Require', severity: 'warning', when: status(421) },
  { header: 'Min-SE', severity: 'error', when: status(422) },
  { header: 'Min-Expires', severity: 'error', when: status(423) },
  // §20.15, §20.14
  { header: 'Content-Type', severity: 'error', when: hasContent },
  {
    header: 'Content-Length',
    severity: 'error',
    when: (message) => STREAMS.includes(message.transport),
  },
];

const INDEXED = RULES.map((rule) => ({ ...rule, index: fieldIndex(rule.header) }));

/** One fault that names all the mandatory fields that are missing. */
export function mandatoryFaults(message: Message, present: Present, out: SyntaxFault[]): void {
  // Without the empty line (lost bytes, a cut capture) nobody knows what else was there.
  if (message.headersEnd === message.end) return;
  const missing: string[] = [];
  let severity: Severity = 'warning';
  for (const rule of INDEXED) {
    if (present[rule.index] !== undefined || !rule.when(message)) continue;
    missing.push(rule.header);
    if (rule.severity === 'error') severity = 'error';
  }
  if (missing.length === 0) return;
  out.push({
    rule: 'missing-mandatory-header',
    severity,
    args: { headers: missing },
    header: '',
  });
}
