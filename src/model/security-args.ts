/** Arguments of the rules on attacks, as far as signalling shows them. `address`: who sent it, '' when a log does not say. */
export interface SecurityArgs {
  'scanner-detected': {
    address: string;
    /** `agent`: it names itself so; `habit`: its messages carry the marks of a known tool; `sweep`: it tries target after target. */
    how: 'agent' | 'habit' | 'sweep';
    /** The name, or the mark; '' for a sweep. */
    sign: string;
    methods: string[];
    requests: number;
    targets: number;
    /** Requests that were answered with a 2xx. */
    accepted: number;
  };
  'extension-enumeration': {
    address: string;
    server: string;
    method: string;
    /** Distinct users in the busiest minute, and requests altogether that were refused. */
    users: number;
    refusals: number;
    /** Some of the users. */
    examples: string[];
    /** `401, 404` */
    codes: string;
    /** The server answers differently for users that exist and users that do not. */
    tells: boolean;
  };
  'password-bruteforce': {
    address: string;
    server: string;
    username: string;
    /** Refused credentials in the busiest window, which lasted this long. */
    failures: number;
    spanUs: number;
    total: number;
  };
  'credential-compromise-suspected': {
    address: string;
    username: string;
    failures: number;
    /** From the last guess to the success, µs. */
    afterUs: number;
  };
  'toll-fraud-pattern': {
    address: string;
    server: string;
    /** The last nine digits, which all attempts have in common. */
    number: string;
    prefixes: string[];
    attempts: number;
    spanUs: number;
  };
  'open-relay': {
    address: string;
    server: string;
    number: string;
    prefixes: string[];
    attempts: number;
    /** Calls that came through afterwards, and how long after the last one that did not, µs. */
    through: number;
    afterUs: number;
  };
  'bye-or-cancel-spoof': {
    /** Who sent the BYE, and in whose name. */
    address: string;
    victim: string;
    server: string;
    /** What the victim sent afterwards, µs after the BYE was confirmed. */
    method: string;
    afterUs: number;
  };
  'digest-leak': {
    /** The caller that asked. */
    address: string;
    device: string;
    method: string;
    code: number;
    /** Where the device is registered; '' when that is not known. */
    registrar: string;
  };
  'digest-replay': {
    /** Who used the credentials again, and who had used them first. */
    address: string;
    owner: string;
    username: string;
    server: string;
    method: string;
    afterUs: number;
  };
  'sip-flood': {
    address: string;
    server: string;
    method: string;
    perSecond: number;
    requests: number;
    /** Requests that came to something, before and after as well. */
    completed: number;
    /** Of the requests of the busiest second, those without any response. */
    unanswered: number;
  };
}
