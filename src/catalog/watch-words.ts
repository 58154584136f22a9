import type { Language } from '../model/language.ts';
import { EN_WATCH_WORDS } from './en/watch-words.ts';
import { VI_WATCH_WORDS } from './vi/watch-words.ts';

/** Words of a watch, which tells what is wrong while it goes on. */
export interface WatchWords {
  /** What stands behind the number of something that is told for the first time; `clock`: how far the source had gone on. */
  readonly pending: (clock: string) => string;
  readonly over: (clock: string) => string;
  readonly update: (clock: string) => string;
  /** The finding no longer holds. */
  readonly withdrawn: (rule: string) => string;
  /** In the place of "when the capture stopped". */
  readonly stillTrying: (duration: string) => string;
  readonly stillTryingWhy: (node: string) => string;
  /** … and what then takes the place of reading the next file. */
  readonly waitForOutcome: string;
}

export const WATCH_WORDS: Readonly<Record<Language, WatchWords>> = {
  en: EN_WATCH_WORDS,
  vi: VI_WATCH_WORDS,
};
