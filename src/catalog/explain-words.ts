import type { Language } from '../model/language.ts';
import type { CodeClass, ProofId } from './code-facts.ts';
import { EN_EXPLAIN_WORDS } from './en/explain-words.ts';
import type { FixByOwner, ForkEffect, Producer, Retry } from './types.ts';
import { VI_EXPLAIN_WORDS } from './vi/explain-words.ts';
import type { WarningSubject } from './warnings.ts';

/** Headings and fact names of `explain` and `compare`, and the words for the language-free facts. */
export interface ExplainWords {
  readonly headings: Readonly<
    Record<
      | 'meaning'
      | 'when'
      | 'causes'
      | 'fix'
      | 'apart'
      | 'facts'
      | 'reading'
      | 'example'
      | 'values'
      | 'differences'
      | 'common'
      | 'use'
      | 'ignore'
      | 'reference',
      string
    >
  >;
  readonly owners: Readonly<Record<keyof FixByOwner, string>>;
  readonly facts: Readonly<
    Record<
      | 'class'
      | 'finality'
      | 'producer'
      | 'proves'
      | 'retry'
      | 'forks'
      | 'mustCarry'
      | 'retryAfter'
      | 'routine'
      | 'q850'
      | 'otherPhrases'
      | 'reference'
      | 'subject'
      | 'rfc3398'
      | 'freeswitch'
      | 'asterisk',
      string
    >
  >;
  readonly classes: Readonly<Record<CodeClass, string>>;
  readonly finality: { readonly provisional: string; readonly final: string };
  readonly producers: Readonly<Record<Producer, string>>;
  readonly proves: Readonly<Record<ProofId, string>>;
  readonly retries: Readonly<Record<Retry, string>>;
  readonly forks: Readonly<Record<ForkEffect, string>>;
  readonly routine: { readonly yes: string; readonly no: string };
  readonly retryAfter: { readonly yes: string; readonly no: string };
  readonly subjects: Readonly<Record<WarningSubject, string>>;
  readonly none: string;
  readonly unregistered: (reference: string) => string;
  readonly stackDefault: (code: number) => string;
  readonly perWarning: string;
  readonly saysNothing: string;
  readonly alsoWarning: (code: number) => string;
  readonly cause: string;
  readonly versusTitle: (left: string, right: string) => string;
  /** A full stop is added by the caller's sentence, not here. */
  readonly difference: {
    readonly finality: (provisional: string, final: string) => string;
    readonly classes: (
      left: string,
      leftClass: string,
      right: string,
      rightClass: string,
    ) => string;
    readonly pair: (
      fact: string,
      left: string,
      leftValue: string,
      right: string,
      rightValue: string,
    ) => string;
    readonly both: (fact: string, value: string) => string;
    readonly same: string;
  };
  /** When a server should answer with this code. */
  readonly sendWhen: {
    readonly trying: (code: string) => string;
    readonly provisional: (code: string, label: string) => string;
    readonly success: (code: string, label: string) => string;
    readonly redirect: (code: string, label: string) => string;
    readonly failure: (code: string, label: string, retry: string, forks: string) => string;
  };
  readonly sendRetry: Readonly<Record<Retry, string>>;
  readonly sendForks: Readonly<Record<ForkEffect, string>>;
  readonly whenMet: (code: string, advice: string) => string;
}

export const EXPLAIN_WORDS: Readonly<Record<Language, ExplainWords>> = {
  en: EN_EXPLAIN_WORDS,
  vi: VI_EXPLAIN_WORDS,
};
