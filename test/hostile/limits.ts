/** How large each hostile shape is in the tests, and what it may take. */
export interface HostileLimit {
  readonly count: number;
  /** Analysed whole only, not in half before it: too many to do so in the tests. */
  readonly once?: boolean;
  /** Resident size of the whole process, about 140 MB of which are there before it begins. */
  readonly peakMb: number;
  /** Each is a message. */
  readonly messages: boolean;
  /** Among the reasons that the report has to give. */
  readonly unread: readonly string[];
}

/** `HOSTILE=full` asks for the numbers that an attacker would send; the limits are reached with fewer. */
const full = process.env['HOSTILE'] === 'full';
const packets = full ? 1_000_000 : 100_000;

/** ms for one shape while all others run beside it. */
export const HOSTILE_TIMEOUT = full ? 900_000 : 120_000;

export const HOSTILE_LIMITS: Readonly<Record<string, HostileLimit>> = {
  'half-open-streams': {
    count: packets,
    peakMb: 400,
    messages: false,
    unread: ['tcp-stream-limit'],
  },
  'begun-streams': {
    count: packets,
    // 32,768 streams, each with the beginning of a message, and what the collector has not taken away yet.
    peakMb: 480,
    messages: false,
    unread: ['tcp-stream-limit'],
  },
  'endless-heads': {
    // 420 MB that wait for an empty line.
    count: 6000,
    peakMb: 360,
    messages: false,
    unread: ['tcp-stream-limit'],
  },
  'first-fragments': {
    count: packets,
    peakMb: 400,
    messages: false,
    unread: ['ip-fragments-incomplete'],
  },
  'half-open-and-fragments': {
    count: 1_000_000,
    once: true,
    peakMb: 400,
    messages: false,
    unread: ['tcp-stream-limit', 'ip-fragments-incomplete', 'transport-fact-limit'],
  },
  // Each has a row of its own in the report.
  'different-call-ids': { count: 200_000, peakMb: 480, messages: true, unread: [] },
  // Each is a call with a finding: some 5 KB in the report.
  'different-calls': {
    count: full ? 200_000 : 20_000,
    peakMb: full ? 1200 : 400,
    messages: true,
    unread: [],
  },
  'one-media-address': {
    count: full ? 200_000 : 20_000,
    peakMb: full ? 1200 : 420,
    messages: true,
    unread: [],
  },
  'one-packet-files': {
    count: full ? 100_000 : 20_000,
    peakMb: full ? 900 : 460,
    messages: true,
    unread: [],
  },
  // Within 20 s: none of them is old enough to be let go, so all are judged together.
  'one-call-id': { count: 200_000, peakMb: 650, messages: true, unread: [] },
  'one-call-id-tries': { count: full ? 200_000 : 20_000, peakMb: 650, messages: true, unread: [] },
  'one-call-id-targets': {
    count: full ? 200_000 : 20_000,
    peakMb: 800,
    messages: true,
    unread: [],
  },
  'one-call-id-attempts': { count: 10_000, peakMb: 400, messages: true, unread: [] },
  'one-transaction': { count: full ? 200_000 : 50_000, peakMb: 400, messages: true, unread: [] },
};
