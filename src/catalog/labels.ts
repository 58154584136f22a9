import type { Language } from '../model/language.ts';
import type {
  Confidence,
  OtherKind,
  OtherOutcome,
  Outcome,
  Release,
  Severity,
  Stage,
  Status,
} from '../model/vocabulary.ts';
import { EN_LABELS } from './en/labels.ts';
import { VI_LABELS } from './vi/labels.ts';

/** What a person reads for every id of the closed vocabularies. A missing one does not compile. */
export interface Labels {
  readonly outcomes: Readonly<Record<Outcome, string>>;
  /** `declined-user` where nothing but the code says that it was a person. */
  readonly declinedByWhom: string;
  /** How what is no call stood in the end, and what it is. */
  readonly others: Readonly<Record<OtherOutcome, string>>;
  readonly kinds: Readonly<Record<OtherKind, string>>;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly releases: Readonly<Record<Release, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly confidences: Readonly<Record<Confidence, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
}

export const LABELS: Readonly<Record<Language, Labels>> = { en: EN_LABELS, vi: VI_LABELS };
