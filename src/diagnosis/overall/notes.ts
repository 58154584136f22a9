import type { Judged, Surroundings } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';
import type { Finding, PacketProof } from '../rule.ts';
import type { BelowSip } from '../below-sip.ts';
import { ClockNotes } from './clocks.ts';
import type { CallMark } from './capture-rule.ts';
import { CutNotes } from './cut-calls.ts';
import { LackNotes } from './lacks.ts';
import { LinkNotes } from './links.ts';
import { OverloadNotes } from './overload.ts';
import { TwiceNotes } from './twice.ts';

/** A conversation as it was recorded: its row exists for calls only. */
export interface Recorded {
  readonly judged: Judged;
  readonly findings: readonly Finding[];
  readonly mark: CallMark | null;
  readonly surroundings: Surroundings;
}

/**
 * What single conversations show about the capture as a whole, put down while they are recorded. Calls that went as calls
 * should never come here, so a healthy capture pays nothing.
 */
export class CaptureNotes {
  readonly twice = new TwiceNotes();
  readonly links = new LinkNotes();
  readonly lacks = new LackNotes();
  readonly cut: CutNotes;
  readonly clocks = new ClockNotes();
  readonly overload = new OverloadNotes();
  readonly #told = new Set<string>();

  constructor(below: BelowSip) {
    this.cut = new CutNotes(below);
  }

  conversation(recorded: Recorded): void {
    const { judged, findings } = recorded;
    const { messages } = judged;
    const { source } = messages[0] as Message;
    let twice = false;
    let several = false;
    for (const message of messages) {
      twice ||= message.repeat === 'duplicate';
      several ||= message.source !== source;
    }
    if (twice) this.twice.conversation(judged);
    if (several) this.clocks.conversation(judged);
    this.links.conversation(recorded);
    this.lacks.conversation(recorded);
    this.cut.conversation(recorded);
    this.overload.conversation(recorded);
    for (const { evidence } of findings) {
      for (const proof of evidence) if (proof.kind === 'packet') this.#told.add(keyOf(proof));
    }
  }

  /** A finding of some conversation shows this packet already. */
  isTold(proof: PacketProof): boolean {
    return this.#told.has(keyOf(proof));
  }
}

function keyOf({ source, frame, what }: PacketProof): string {
  return `${source} ${frame} ${what}`;
}
