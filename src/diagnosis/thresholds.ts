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
  /** s; a refused request is tried again within this time, if at all. */
  'retry.window': 5,
  /** copies of a request other than INVITE that count as "nobody answers". */
  'retrans.noninvite': 4,
  /** needless copies of a message beyond the first that are worth a warning. */
  'retrans.warn': 2,
  /** … and that are an error. */
  'retrans.error': 4,
  /** copies of a request beyond the first that were lost before it was answered and are worth a warning. */
  'retrans.slow': 3,
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
  /** s; an ACK that follows its 2xx later than this is late. */
  'ack.late': 1,
  /** s; a BYE that is due at once is expected within this time. */
  'race.bye': 5,
  /** s; a 6xx this soon after its device was tried is a setting of the device. */
  'fork.quick': 5,
  /** targets that one node may try in turn without remark. */
  'hunt.targets': 3,
  /** branches of one fork that are more than anybody rings at once. */
  'fork.branches': 10,
  /** s; silence after a 183 that nobody can hear. */
  'ring.silent': 4,
  /** 503 and 500 of one node within a minute that show that it is saturated. */
  'overload.perMinute': 10,
  /** refused credentials, or nonces called too old, that make a loop. */
  'auth.loop': 2,
  /** s; a client answers a challenge within this time. */
  'auth.retry': 5,
  /** s; a signed caller identity may be this old, or this far ahead (RFC 8224 §4.1). */
  'identity.fresh': 60,
  /** s; a refresh that comes this much after the expiry is late. */
  'register.late': 5,
  /** changes of one registration within an hour that count as flapping. */
  'register.flaps': 3,
  /** registrations of one address within a minute; more is a storm. */
  'register.perMinute': 6,
  /** registrations of all addresses within a minute; fewer are no storm. */
  'register.storm': 60,
  /** bindings of one address; more is worth a note. */
  'register.bindings': 10,
  /** s; answered calls shorter than this are short. */
  'call.short': 5,
  /** users that a stranger asks for within a minute. */
  'enumeration.users': 10,
  /** refused credentials of one user within a minute that are guesses. */
  'bruteforce.perMinute': 10,
  /** … and within ten minutes. */
  'bruteforce.perTenMinutes': 30,
  /** prefixes before one number within ten minutes that a dial plan is searched with. */
  'fraud.prefixes': 4,
  /** requests of one address within a second; more is a flood. */
  'flood.perSecond': 50,
} as const;

export type ThresholdName = keyof typeof DEFAULT_THRESHOLDS;

/** Every threshold with its value, in the unit that `DEFAULT_THRESHOLDS` states. */
export type Thresholds = Readonly<Record<ThresholdName, number>>;

/** A threshold in seconds as µs, the unit of all times. */
export function us(seconds: number): number {
  return seconds * 1_000_000;
}
