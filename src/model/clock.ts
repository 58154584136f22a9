/** Clocks of SIP and of its common stacks that leave gaps in a trace; `diagnosis/facts/clocks.ts` has their values. */
export type Clock =
  /** A fail-over timer that somebody shortened. */
  | 'short-failover'
  /** Timer B or F of RFC 3261 (64·T1), `fr_timer` of Kamailio and OpenSIPS: no response at all. */
  | 'transaction-timeout'
  /** `fr_inv_timer` of Kamailio and OpenSIPS: a provisional response, then nothing. */
  | 'provisional-then-stall'
  /** Timer C of a proxy: a provisional response, then nothing. */
  | 'timer-c'
  /** 64·T1, for which a callee repeats its 2xx and waits for the ACK (RFC 3261 §13.3.1.4). */
  | 'ack-wait'
  /** 64·T1, for which a callee repeats a reliable 1xx and waits for the PRACK (RFC 3262 §3). */
  | 'prack-wait'
  /** The session interval of RFC 4028, or its end less the safety margin of §10. */
  | 'session-expiry';

/** A clock that could have made a gap. */
export interface FittingClock {
  readonly clock: Clock;
  /** What was measured. */
  readonly gapUs: number;
  /** Gaps that it makes, s; `to` is null where it has no upper bound. */
  readonly from: number;
  readonly to: number | null;
  /** Who keeps it, by name. */
  readonly holder: string;
}
