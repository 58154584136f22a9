import type { Language } from '../model/language.ts';

/** Headings of `siptriage plan`. */
export interface PlanWords {
  readonly kind: string;
  readonly size: string;
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly all: (count: number, text: string, bytes: string) => string;
}

export const PLAN_WORDS: Readonly<Record<Language, PlanWords>> = {
  en: {
    kind: 'what',
    size: 'size',
    from: 'from',
    to: 'to',
    file: 'file',
    all: (count, text, bytes) => `${text} ${count === 1 ? 'source' : 'sources'}, ${bytes}`,
  },
  vi: {
    kind: 'loại',
    size: 'kích thước',
    from: 'từ',
    to: 'đến',
    file: 'tệp',
    all: (_, text, bytes) => `${text} nguồn, ${bytes}`,
  },
};
