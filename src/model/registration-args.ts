/** Arguments of the rules on registrations, and on what hangs on subscriptions and events. */
export interface RegistrationArgs {
  'register-failed': {
    /** Address of record. */
    aor: string;
    registrar: string;
    code: number;
    phrase: string;
    /**
     * `unauthorised`: no credentials followed the challenge. `credentials-refused`: they were challenged again, `stale`
     * because their nonce was too old.
     */
    how: 'refused' | 'unauthorised' | 'credentials-refused' | 'stale' | 'redirected';
    /** REGISTERs of the last try, those with credentials included. */
    requests: number;
    /** An earlier REGISTER of the same device had succeeded. */
    worked: boolean;
  };
  'register-interval-too-brief': {
    aor: string;
    registrar: string;
    /** s, 0 when the request left it open. */
    askedS: number;
    /** s, 0 when the 423 did not say. */
    minimumS: number;
    refusals: number;
    /** It registered in the end. */
    recovered: boolean;
  };
  'register-shortened': {
    aor: string;
    registrar: string;
    askedS: number;
    grantedS: number;
    /** From one REGISTER to the next, µs. */
    intervalUs: number;
    /** How long nothing was bound, µs. */
    gapUs: number;
    gaps: number;
  };
  'register-not-refreshed': {
    aor: string;
    registrar: string;
    /** `host:port` of the Contact. */
    place: string;
    grantedS: number;
    /** How long nothing was bound, µs; null when no later REGISTER was seen. */
    gapUs: number | null;
    gaps: number;
  };
  'register-expired-at-call': {
    aor: string;
    place: string;
    /** How long the registration had been over when the call came, µs. */
    agoUs: number;
    grantedS: number;
    /** 0 when the call got no final response. */
    code: number;
    phrase: string;
    node: string;
  };
  'register-flapping': {
    aor: string;
    /** New places of the same device, and registrations after it had been gone. */
    moves: number;
    returns: number;
    /** The hour in which most of them came, µs from the first to the last. */
    spanUs: number;
    /** Some of the places. */
    places: string[];
  };
  'register-storm': {
    /** Empty when it is the registrar's load and not one address. */
    aor: string;
    registrar: string;
    perMinute: number;
    /** What is usual, per minute; of the capture. */
    median: number;
  };
  'register-many-bindings': { aor: string; registrar: string; bindings: number };
  'register-contact-unroutable': {
    aor: string;
    contact: string;
    source: string;
    registrar: string;
    /** The registrar was seen sending to the address that cannot be reached. */
    tried: boolean;
  };
  'register-outbound-439-430': {
    aor: string;
    node: string;
    code: number;
    phrase: string;
    recovered: boolean;
  };
  'subscribe-failed': {
    event: string;
    node: string;
    resource: string;
    /** 0 when it was accepted and no NOTIFY was seen. */
    code: number;
    phrase: string;
    how: 'refused' | 'unauthorised' | 'no-notify';
  };
  'notify-481': { event: string; node: string; sender: string; count: number };
  'info-dtmf-rejected': {
    node: string;
    code: number;
    phrase: string;
    type: string;
    count: number;
  };
}
