import { ascii, matchesAt } from '../bytes.ts';
import type { Message } from '../message.ts';
import { clipped, type SyntaxFault } from './fault.ts';

const COOKIE = ascii('z9hg4bk');

/** Whether the top Via branch starts with the magic cookie (RFC 3261 §8.1.1.7; stacks disagree about its case). */
export function hasCookie(message: Message): boolean {
  return matchesAt(message.bytes, message.branchAt, message.branchEnd, COOKIE);
}

/** Whether CSeq names another method than the request line (§8.1.1.5). */
export function hasCSeqMismatch(message: Message): boolean {
  return message.isRequest && message.cseqMethod !== '' && message.cseqMethod !== message.method;
}

/** What keeps a message from being matched with its transaction. */
export function transactionFaults(message: Message, out: SyntaxFault[]): void {
  if (hasCSeqMismatch(message)) {
    out.push({
      rule: 'cseq-method-mismatch',
      severity: 'error',
      args: { cseqMethod: clipped(message.cseqMethod), method: message.method },
      header: 'CSeq',
    });
  }
  // A response carries what its request carried: the request is to blame. RFC 2543 knew no cookie and its requests
  // are still to be served (§17.2.3, RFC 4475 §3.1.1.1), so this alone is no more than a note.
  if (message.isRequest && message.sentByEnd > message.sentByAt && !hasCookie(message)) {
    out.push({
      rule: 'branch-no-cookie',
      severity: 'info',
      args: { branch: clipped(message.branch) },
      header: 'Via',
    });
  }
}
