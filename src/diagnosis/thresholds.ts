/** Limits that rules compare with; every one can be set with `--threshold name=value`. Units stand in the comment. */
export const DEFAULT_THRESHOLDS = {
  /** s; post-dial delay worth a note. */
  'pdd.notice': 3,
  /** s */
  'pdd.warn': 6,
  /** s; also the age from which a pending set-up is a warning. */
  'pdd.high': 11,
  /** s; the age from which a pending set-up is an error (Timer B). */
  'pdd.error': 32,
  /** s; ringing from which an unanswered call counts as "nobody picked up". */
  'ring.noAnswer': 15,
  /** s; ringing without a bound (Timer C). */
  'ring.forever': 180,
  /** s; first response to an INVITE later than this is noted. */
  'trying.late': 0.2,
  /** s; and from here it forces a retransmission (T1). */
  'trying.warn': 0.5,
  /** s; only-100 time before a failure counts as "stuck". */
  'trying.stuck': 10,
  /** s; an outgoing INVITE is expected within this time after a 100. */
  'forward.window': 2,
  /** s; a response seen downstream is expected upstream within this time. */
  'relay.window': 1,
  /** s; clocks of two captures that differ by less are taken for one. */
  'clock.skew': 0.001,
  /** bytes; a request over UDP that is larger may be fragmented on the way (RFC 3261 §18.1.1). */
  'udp.size': 1300,
  /** copies of a request other than INVITE that count as "nobody answers". */
  'retrans.noninvite': 4,
  /** needless copies of a message beyond the first that are worth a warning. */
  'retrans.warn': 2,
  /** … and that are an error. */
  'retrans.error': 4,
  /** copies of an INVITE that count as "nobody answers". */
  'retrans.copies': 3,
  /** s; refusals faster than this look automatic. */
  'decline.quick': 3,
  /** s; a person needs at least this long to refuse after it began to ring. */
  'decline.human': 1,
  /** s; a device that refuses faster than this does so by itself. */
  'decline.device': 0.5,
  /** refusals of one caller by as many callees that look like analytics. */
  'decline.pattern': 3,
} as const;

export type ThresholdName = keyof typeof DEFAULT_THRESHOLDS;

/** Every threshold with its value, in the unit that `DEFAULT_THRESHOLDS` states. */
export type Thresholds = Readonly<Record<ThresholdName, number>>;

/** A threshold in seconds as µs, the unit of all times. */
export function us(seconds: number): number {
  return seconds * 1_000_000;
}
