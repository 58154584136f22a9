import type { PlainCall } from '../../call/plain.ts';
import type { Judged, Surroundings } from '../../call/types.ts';
import type { Endpoint } from '../../model/packet.ts';
import type { Message } from '../../sip/message.ts';
import type { Finding, PacketProof } from '../rule.ts';
import type { BelowSip } from '../below-sip.ts';
import { ClockNotes } from './clocks.ts';
import type { CallMark } from './capture-rule.ts';
import { CourseNotes } from './course.ts';
import { CutNotes } from './cut-calls.ts';
import { LackNotes } from './lacks.ts';
import { LateAnswerNotes } from './late-answers.ts';
import { LinkNotes } from './links.ts';
import { OverloadNotes } from './overload.ts';
import { ReplayNotes } from './replays.ts';
import { StateNotes } from './state-kept.ts';
import { TrafficNotes } from './traffic.ts';
import { TwiceNotes } from './twice.ts';
import { VisitorNotes } from './visitors.ts';

/** A conversation as it was recorded: `mark` stands for a call, `other` for what is none. */
export interface Recorded {
  readonly judged: Judged;
  readonly findings: readonly Finding[];
  readonly mark: CallMark | null;
  readonly other: CallMark | null;
  readonly surroundings: Surroundings;
}

const BOUNDS: readonly (readonly [string, (notes: CaptureNotes) => number])[] = [
  [
    'refusals for want of capacity were not compared: too many pairs of client and server',
    ({ overload }) => overload.left,
  ],
  [
    'requests that came to nothing were not compared: too many of one address, or too many addresses',
    ({ visitors }) => visitors.left,
  ],
  [
    'calls were not compared with others: too many of them, or too many pairs of client and server',
    ({ traffic }) => traffic.left,
  ],
  [
    'calls were not compared with what their nodes still knew: too many of them',
    ({ state }) => state.left,
  ],
  [
    'calls were not compared with earlier and later ones: too many of them, or too many nodes',
    ({ course }) => course.left,
  ],
  [
    'calls that were heard late were not compared: too many of them, or too many pairs of client and server',
    ({ lateAnswers }) => lateAnswers.left,
  ],
  ['credentials were not compared with others: too many of them', ({ replays }) => replays.left],
];

/**
 * What single conversations show about the capture as a whole, put down while they are recorded. Calls that went as calls
 * should never come here, so a healthy capture pays nothing.
 */
export class CaptureNotes {
  readonly twice = new TwiceNotes();
  readonly links = new LinkNotes();
  readonly lacks = new LackNotes();
  readonly lateAnswers = new LateAnswerNotes();
  readonly cut: CutNotes;
  readonly clocks = new ClockNotes();
  readonly overload = new OverloadNotes();
  readonly visitors = new VisitorNotes();
  readonly traffic = new TrafficNotes();
  readonly state = new StateNotes();
  readonly course = new CourseNotes();
  readonly replays = new ReplayNotes();
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
    this.lateAnswers.conversation(recorded);
    this.cut.conversation(recorded);
    this.overload.conversation(recorded);
    this.visitors.conversation(recorded);
    this.traffic.conversation(recorded);
    this.state.conversation(recorded);
    this.course.conversation(recorded);
    this.replays.conversation(recorded);
    for (const { evidence } of findings) {
      for (const proof of evidence) if (proof.kind === 'packet') this.#told.add(keyOf(proof));
    }
  }

  /** A call that went as calls should: it is only counted. */
  plain(call: PlainCall, client: Endpoint, server: Endpoint): void {
    this.traffic.plain(call, client, server);
    this.state.plain(call, client, server);
    this.course.plain(call, client, server);
    this.visitors.serveCall(client.address, call.invite);
  }

  /** What was not followed because of a bound, for the user. */
  bounds(): string[] {
    return BOUNDS.flatMap(([what, leftOf]) => {
      const left = leftOf(this);
      return left === 0 ? [] : [`${left} ${what}`];
    });
  }

  /** A finding of some conversation shows this packet already. */
  isTold(proof: PacketProof): boolean {
    return this.#told.has(keyOf(proof));
  }
}

function keyOf({ source, frame, what }: PacketProof): string {
  return `${source} ${frame} ${what}`;
}
