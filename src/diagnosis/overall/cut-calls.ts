import { isAnsweredUnseen } from '../../call/milestones.ts';
import type { Call, Surroundings } from '../../call/types.ts';
import { field } from '../../sip/field.ts';
import { isScanner } from '../../catalog/user-agents.ts';
import type { Message } from '../../sip/message.ts';
import type { BelowSip } from '../below-sip.ts';
import { remembered } from '../evidence.ts';
import type { PacketProof } from '../rule.ts';
import type { CallMark } from './capture-rule.ts';
import type { Recorded } from './notes.ts';

/** Calls that the capture shows in part, by source. */
export interface CutCalls {
  readonly calls: CallMark[];
  /** One message of each of the first few. */
  readonly proofs: PacketProof[];
}

/** How long after its last message a set-up may still be expected to go on: Timer B, and Timer C once it made progress; µs. */
const UNHEARD = 32_000_000;
const PROCEEDING = 180_000_000;
const MAX_PROOFS = 3;

/** Calls that began before the capture or went on after it. */
export class CutNotes {
  readonly midcall = new Map<number, CutCalls>();
  readonly pending = new Map<number, CutCalls>();
  readonly up = new Map<number, CutCalls>();

  readonly #below: BelowSip;

  constructor(below: BelowSip) {
    this.#below = below;
  }

  conversation({ judged, mark, surroundings }: Recorded): void {
    if (judged.kind !== 'call' || mark === null) return;
    const first = judged.messages[0] as Message;
    const last = judged.messages.at(-1) as Message;
    if (judged.invite === null) {
      const began = beganUnseen(first, surroundings) || this.#hasLostInvite(judged);
      if (!began && isRealDialog(judged, first)) {
        note(this.midcall, mark, first);
      }
    } else if (isPending(judged)) {
      const bound = judged.stage === 'pre-trying' ? UNHEARD : PROCEEDING;
      if (surroundings.captureEnd - last.time < bound) note(this.pending, mark, last);
    } else if (judged.outcome === 'answered' && isUp(judged)) note(this.up, mark, last);
  }

  /** It came in fragments: the INVITE is in the capture, though not whole. */
  #hasLostInvite({ callId }: Call): boolean {
    return this.#below.lostOf(callId).some(({ fact }) => fact.startLine.startsWith('INVITE '));
  }
}

/** Not a request that came out of nowhere: somebody there knows the dialog. Who gets a 481 to a BYE has known it. */
function isRealDialog({ transactions }: Call, first: Message): boolean {
  const agent = first.status === 0 ? (field(first, 'User-Agent') ?? '') : '';
  if (isScanner(agent)) return false;
  return !transactions.some(
    ({ method, final }) =>
      final !== null && final.status >= 400 && !(method === 'BYE' && final.status === 481),
  );
}

/**
 * Its set-up went on long after the capture had begun, so its INVITE came within the capture and was missed: no call that was
 * under way before.
 */
function beganUnseen(
  { method, cseqMethod, status, time }: Message,
  { captureStart }: Surroundings,
): boolean {
  const ofSetup = status === 0 ? method === 'CANCEL' : cseqMethod === 'INVITE';
  return ofSetup && time - captureStart > PROCEEDING;
}

/** A failure that was acknowledged unseen is over; one that was seen and left pending waits for the next try. */
function isPending({ outcome, invite, final }: Call): boolean {
  return outcome === 'incomplete-pending' && (invite?.ack === null || final !== null);
}

function isUp({ dialogs }: Call): boolean {
  return dialogs.some(
    (dialog) => dialog.bye === null && (dialog.answer !== null || isAnsweredUnseen(dialog)),
  );
}

function note(bySource: Map<number, CutCalls>, mark: CallMark, message: Message): void {
  let cut = bySource.get(message.source);
  if (cut === undefined) bySource.set(message.source, (cut = { calls: [], proofs: [] }));
  cut.calls.push(mark);
  if (cut.proofs.length < MAX_PROOFS) cut.proofs.push(remembered(message));
}
