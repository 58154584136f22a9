/** Arguments of the rules on NAT and on addresses that nobody reaches; `rule-args.ts` says how they are named. */

/** A Contact that requests did not reach. */
type LostContact = {
  /** `host:port`. */
  contact: string;
  /** The device that gave it, as it was seen. */
  source: string;
  side: 'caller' | 'callee';
  /** `ACK`, `BYE`, … that did not get there, and who sent it. */
  method: string;
  sender: string;
  /** 0 when nothing answered. */
  code: number;
  dropped: boolean;
};

export interface NatArgs {
  'nat-missing-rport': {
    client: string;
    node: string;
    /** `host:port` in its Via. */
    via: string;
    /** Where the response went. */
    sentTo: string;
    method: string;
    code: number;
    copies: number;
  };
  'nat-keepalive-missing': {
    aor: string;
    /** Where the device had registered from, and where it registered from next. */
    before: string;
    after: string;
    /** s, of the registration that the call relied on. */
    grantedS: number;
    /** From that registration to the call, µs. */
    idleUs: number;
  };
  'nat-private-contact': LostContact;
  'contact-unroutable': LostContact & { why: 'unspecified' | 'loopback' | 'no-port' | 'invalid' };
  'nat-port-rebinding': {
    /** Its address behind the NAT. */
    device: string;
    before: string;
    after: string;
    /** The request that still went to the old one. */
    method: string;
    code: number;
  };
  'sip-alg-suspected': {
    /** `on-the-way`: the same message was seen before and after. `length`: the body shrank as addresses do. */
    how: 'on-the-way' | 'length';
    method: string;
    inside: string;
    outside: string;
    /** Header fields that differ, or what Content-Length is off by. */
    changed: string[];
    harmed: boolean;
  };
  'ice-failed': {
    /**
     * `mismatch`: the answer says so. `one-sided`: only ICE can reach the offerer, and the other side has none.
     * `private-only`: all candidates of one side are private, and it is seen at a public address.
     */
    how: 'mismatch' | 'one-sided' | 'private-only';
    node: string;
    candidates: number;
  };
}
