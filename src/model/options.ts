import type { EstateEntry } from './estate.ts';
import type { Language } from './language.ts';
import type { RuleSettings } from './rule-setting.ts';

/** How far reading has got in all paths together. */
export interface OverallProgress {
  readonly files: number;
  readonly filesDone: number;
  /** As for `Progress`, of all files; null when the size of one is not known. */
  readonly bytesTotal: number | null;
  readonly bytesRead: number;
  /** Calls seen so far. */
  readonly calls: number;
  /** Findings so far; many come only at the end, when everything is known. */
  readonly findings: number;
}

/** How far reading has got in one path. */
export interface Progress {
  readonly path: string;
  /** Bytes taken from the source as it lies on disk (compressed, if it is). */
  readonly bytesRead: number;
  /** Null for streams, whose size is not known. */
  readonly bytesTotal: number | null;
  /** SIP messages found so far in this source. */
  readonly messages: number;
  /** The path was read to its end. */
  readonly done: boolean;
  readonly overall: OverallProgress;
}

/**
 * Which calls of the report carry their `messages[]`: `unexplained` are the failed ones without a finding. A list selects the calls whose id is one of its entries, and those
 * with a Call-ID that begins with one. `page`: as many as a page can show, with their texts; examples of every problem, and the first
 * calls that went well.
 */
export type MessageSelection =
  | 'none'
  | 'unexplained'
  | 'problems'
  | 'page'
  | 'all'
  | readonly string[];

/** Which calls the report lists; `all` when nothing else is said. */
export type CallSelection = 'all' | 'troubled';

/** What `analyze` can be told. */
export interface AnalyzeOptions {
  /** Language of every sentence in the report. */
  readonly language: Language;
  /** Overrides of the default thresholds, by name; an unknown name is an `OptionsError`, as in `rules`, `only` and `estate`. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** Rules to switch off, and severities to report others with, by rule, family or pattern (`trying-*`). */
  readonly rules?: RuleSettings;
  /** Own names for addresses: findings then speak of "carrier A (192.0.2.1:5060)". */
  readonly estate?: readonly EstateEntry[];
  /** Ignore what is older: µs since 1970-01-01 UTC. */
  readonly since?: number;
  /** Ignore what is newer: µs since 1970-01-01 UTC. */
  readonly until?: number;
  /**
   * Show only the calls with one of these outcomes or a finding of one of these rules (families and patterns too); totals
   * and KPIs stay those of all.
   */
  readonly only?: readonly string[];
  readonly messages: MessageSelection;
  /**
   * `troubled` leaves calls that ended well and have no finding out of `calls[]`: they are counted under `unlisted`, and cost
   * nearly nothing. Ids, totals and KPIs stay the same.
   */
  readonly calls?: CallSelection;
  /** KPIs by peer, trunk, user agent, number prefix and time as well; true when nothing else is said. */
  readonly groups?: boolean;
  /** Secrets of TLS sessions, as text in the key log format (SSLKEYLOGFILE); those in pcapng files are used anyway. */
  readonly keylog?: string;
  /** Time zone of the stamps in logs that name none: an IANA name or an offset (`+07:00`). Without it: UTC, and the source says so. */
  readonly logZone?: string;
  /** Worker threads that read; 0: none. When nothing is said, as many as there are processors, where it pays. Never changes the report. */
  readonly threads?: number;
  /**
   * Folder where what was read of each file is kept, under the hash of its content: the next run reads only what is new. Never changes
   * the report. It holds messages as they are.
   */
  readonly cache?: string;
  /**
   * Names, numbers, addresses and Call-IDs become pseudonyms, and the report is compared with a plain one: a `RedactionError` says when it
   * would not tell the same. Runs with one key agree. `userAgents`: User-Agent and Server too.
   */
  readonly redact?: { readonly key: string; readonly userAgents?: boolean };
  readonly onProgress?: (progress: Progress) => void;
  /** Abort to stop reading; the report then covers what was read so far. */
  readonly signal?: AbortSignal;
  /** Something the user should know that is not part of the report, in one line. */
  readonly onWarning?: (warning: string) => void;
  /** A path that was asked for could not be read, and others could; a warning says why. */
  readonly onUnreadable?: (path: string) => void;
}
