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
/** A response that makes a dialog in which the caller may send requests (RFC 3261 §12.1.1). */
const answer = (message: Message): boolean =>
  message.status >= 200 && message.status <= 299 && message.cseqMethod === 'INVITE';
// Of the provisionals only a reliable one is answered in its dialog (PRACK, RFC 3262 §4); the rest do no harm.
const reliable = (message: Message): boolean =>
  message.status > 100 && message.status <= 199 && hasField(message, 'RSeq');
const STREAMS: readonly string[] = ['tcp', 'tls'];

/** What a response of this status exists to tell (RFC 3261 §21.4, RFC 4028 §6). */
const CARRIED: ReadonlyMap<number, { header: string; severity: Severity }> = new Map([
  [401, { header: 'WWW-Authenticate', severity: 'error' }],
  [405, { header: 'Allow', severity: 'warning' }],
  [407, { header: 'Proxy-Authenticate', severity: 'error' }],
  [420, { header: 'Unsupported', severity: 'warning' }],
  [421, { header: 'Require', severity: 'warning' }],
  [422, { header: 'Min-SE', severity: 'error' }],
  [423, { header: 'Min-Expires', severity: 'error' }],
]);

/** Whether a response lacks the one field that its code is about. Costs nothing for other codes. */
export function lacksItsField(message: Message): boolean {
  if (message.status < 401 || message.status > 423 || message.headersEnd === message.end)
    return false;
  const carried = CARRIED.get(message.status);
  return carried !== undefined && !hasField(message, carried.header);
}

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
  ...[...CARRIED].map(([status, { header, severity }]) => ({
    header,
    severity,
    when: (message: Message) => message.status === status,
  })),
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
    args: { headers: missing, code: message.isRequest ? 0 : message.status },
    header: '',
  });
}
