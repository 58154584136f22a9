/** Arguments of the rules that compare many calls with many others. */
export interface PopulationArgs {
  'peer-failure-spike': {
    node: string;
    /** Calls and failures within the bad stretch, and outside of it. */
    attempts: number;
    failures: number;
    usualAttempts: number;
    usualFailures: number;
    spanUs: number;
    /** `503, 408`; `–` stands for no response. */
    codes: string;
  };
  'single-node-of-cluster-bad': {
    node: string;
    client: string;
    attempts: number;
    failures: number;
    /** The other nodes together. */
    others: string[];
    otherAttempts: number;
    otherFailures: number;
    codes: string;
  };
  'time-of-day-restart': {
    /** Address. */
    node: string;
    /** Calls that it knew no more, and others that it knew to their end. */
    lost: number;
    known: number;
    /** From the first 481 to the last, µs. */
    spanUs: number;
  };
  'ner-drop': {
    node: string;
    /** Calls and refusals within the bad stretch, and of others to the same prefixes. */
    attempts: number;
    refusals: number;
    usualAttempts: number;
    usualRefusals: number;
    spanUs: number;
    /** `403, 404`. */
    codes: string;
  };
  'pdd-regression': {
    node: string;
    /** Calls of the slow stretch, and of others to the same prefixes; medians. */
    calls: number;
    delayUs: number;
    usualCalls: number;
    usualUs: number;
    spanUs: number;
  };
  'acd-collapse': {
    node: string;
    /** Answered calls of the stretch, and of others to the same prefixes; medians. */
    calls: number;
    talkUs: number;
    usualCalls: number;
    usualUs: number;
    spanUs: number;
  };
  'short-call': {
    node: string;
    limitUs: number;
    answered: number;
    short: number;
    /** Calls over other nodes to the same prefixes. */
    otherAnswered: number;
    otherShort: number;
  };
  'concurrency-ceiling': {
    client: string;
    node: string;
    /** Calls that were up at once when the next one was refused. */
    limit: number;
    refusals: number;
    code: number;
    accepted: number;
  };
  'cps-ceiling': {
    client: string;
    node: string;
    /** Calls accepted within the second before a refusal. */
    limit: number;
    refusals: number;
    code: number;
    accepted: number;
  };
}
