import type { Endpoint } from '../model/packet.ts';
import type { Message } from '../sip/message.ts';
import { repeatOf } from './repeat.ts';
import type { Transaction } from './types.ts';

/** Up to this many transactions are searched one by one; beyond, through a map. */
const LINEAR_SEARCH = 12;
/** Transactions, and different responses of one, that a message is compared with (a bound for hostile input). */
const LOOK_BACK = 32;

/**
 * Groups messages (sorted by time) into transactions, one per hop (RFC 3261 §17.1.3, §17.2.3): the top Via branch
 * and sent-by with the CSeq; without the magic cookie also the From tag and the peers. Sets each message's `repeat`.
 */
export function groupTransactions(messages: readonly Message[]): Transaction[] {
  const transactions = new TransactionIndex();
  for (const message of messages) {
    message.repeat = 'first';
    if (message.status !== 0) {
      const { cseqMethod } = message;
      addResponse(
        transactions.find(message, cseqMethod) ?? transactions.open(message, cseqMethod),
        message,
      );
    } else if (message.method === 'ACK') addAck(transactions, message);
    else addRequest(transactions, message);
  }
  for (const cancel of transactions.all) {
    if (cancel.method !== 'CANCEL') continue;
    const invite = transactions.find(cancel.first, 'INVITE');
    if (invite !== undefined) invite.cancel ??= cancel;
  }
  return transactions.all;
}

function addRequest(transactions: TransactionIndex, message: Message): void {
  const transaction = transactions.find(message, message.method);
  if (transaction === undefined) transactions.open(message, message.method);
  else if (transaction.request === null) transaction.request = message;
  else {
    const copies = transaction.retransmissions;
    message.repeat = repeatOf(message, transaction.request, copies);
    if (message.repeat === 'retransmission') copies.push(message);
  }
}

/** An ACK to a final ≥ 300 shares the INVITE's branch; one to a 2xx is a transaction of its own (§17.1.1.3). */
function addAck(transactions: TransactionIndex, message: Message): void {
  const invite = transactions.find(message, 'INVITE');
  if (invite === undefined) addRequest(transactions, message);
  else if (invite.ack === null) invite.ack = message;
  else message.repeat = repeatOf(message, invite.ack, []);
}

function addResponse(transaction: Transaction, message: Message): void {
  const earlier = transaction.responses;
  const oldest = Math.max(0, earlier.length - LOOK_BACK);
  for (let at = earlier.length - 1; at >= oldest; at -= 1) {
    const other = earlier[at] as Message;
    if (!isRepeatedResponse(message, other)) continue;
    message.repeat = repeatOf(message, other, transaction.repeatedResponses);
    if (message.repeat === 'retransmission') transaction.repeatedResponses.push(message);
    return;
  }
  earlier.push(message);
  if (transaction.final === null && message.status >= 200) transaction.final = message;
}

/** Finals repeat by code and tag; a provisional may come again with other content (182, 183), which is news. */
function isRepeatedResponse(message: Message, other: Message): boolean {
  if (message.status !== other.status) return false;
  return message.status >= 200 ? message.toTag === other.toTag : message.sameBytes(other);
}

/** One transaction as it grows; the branch becomes a string only when somebody asks. */
class GrowingTransaction implements Transaction {
  readonly method: string;
  readonly first: Message;
  readonly client: Endpoint;
  readonly server: Endpoint;
  request: Message | null;
  readonly retransmissions: Message[] = [];
  readonly responses: Message[] = [];
  readonly repeatedResponses: Message[] = [];
  final: Message | null = null;
  ack: Message | null = null;
  cancel: Transaction | null = null;
  upstream: Transaction | null = null;
  readonly downstream: Transaction[] = [];

  constructor(first: Message, method: string) {
    const isRequest = first.status === 0;
    this.method = method;
    this.first = first;
    this.client = isRequest ? first.sender : first.receiver;
    this.server = isRequest ? first.receiver : first.sender;
    this.request = isRequest ? first : null;
  }

  get cseq(): number {
    return this.first.cseq;
  }

  get branch(): string {
    return this.first.branch;
  }
}

/** Finds the transaction of a message; one by one while there are few, through a map when there are many. */
class TransactionIndex {
  readonly all: GrowingTransaction[] = [];
  readonly #byHash = new Map<number, GrowingTransaction[]>();
  #mapped = 0;

  find(message: Message, method: string): GrowingTransaction | undefined {
    const candidates = this.#candidates(message);
    const oldest = Math.max(0, candidates.length - LOOK_BACK);
    for (let at = candidates.length - 1; at >= oldest; at -= 1) {
      const transaction = candidates[at] as GrowingTransaction;
      if (transaction.method === method && isOfTransaction(message, transaction)) {
        return transaction;
      }
    }
    return undefined;
  }

  open(message: Message, method: string): GrowingTransaction {
    const transaction = new GrowingTransaction(message, method);
    this.all.push(transaction);
    return transaction;
  }

  #candidates(message: Message): readonly GrowingTransaction[] {
    if (this.all.length <= LINEAR_SEARCH) return this.all;
    for (; this.#mapped < this.all.length; this.#mapped += 1) {
      const transaction = this.all[this.#mapped] as GrowingTransaction;
      const key = keyOf(transaction.first);
      const same = this.#byHash.get(key);
      if (same === undefined) this.#byHash.set(key, [transaction]);
      else same.push(transaction);
    }
    return this.#byHash.get(keyOf(message)) ?? [];
  }
}

/** Equal for all messages of a transaction. */
function keyOf({ branchHash, cseq }: Message): number {
  return (Math.imul(branchHash, 31) + cseq) | 0;
}

function isOfTransaction(message: Message, transaction: GrowingTransaction): boolean {
  const { first } = transaction;
  if (first.cseq !== message.cseq || !message.sameBranch(first)) return false;
  if (!message.sameSentBy(first)) return false;
  if (message.hasMagicCookie) return true;
  // Without the cookie, a branch may be missing or the same for everything (RFC 2543).
  const isRequest = message.status === 0;
  return (
    first.fromTag === message.fromTag &&
    transaction.client === (isRequest ? message.sender : message.receiver) &&
    transaction.server === (isRequest ? message.receiver : message.sender)
  );
}
