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
