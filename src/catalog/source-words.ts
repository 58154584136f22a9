import type { EvidenceSign } from '../model/evidence-sign.ts';
import type { Language } from '../model/language.ts';

/** Why a source was taken for something: `of` is what the sign names, `times` how often it was seen. */
type Because = (of: string, times: string, count: number) => string;

/** Words of the page that says what each source was taken for. */
export interface SourceWords {
  readonly title: string;
  readonly takenFor: string;
  readonly because: string;
  readonly packedIn: string;
  readonly understood: string;
  readonly times: string;
  readonly assumed: string;
  readonly notRead: string;
  /** Behind the name of a dialect. */
  readonly log: (dialect: string) => string;
  readonly capture: (format: string) => string;
  readonly text: string;
  readonly unknown: string;
  readonly lines: (explained: string, all: string, share: string) => string;
  readonly byDialect: (dialect: string, messages: string) => string;
  readonly signs: Readonly<Record<EvidenceSign, Because>>;
}

export const SOURCE_WORDS: Readonly<Record<Language, SourceWords>> = {
  en: {
    title: 'Sources',
    takenFor: 'taken for',
    because: 'because',
    packedIn: 'packed in',
    understood: 'understood',
    times: 'times',
    assumed: 'assumed',
    notRead: 'not read',
    log: (dialect) => `a log, ${dialect}`,
    capture: (format) => `a capture, ${format}`,
    text: 'text',
    unknown: 'nothing that is known',
    lines: (explained, all, share) => `${explained} of ${all} lines (${share})`,
    byDialect: (dialect, messages) => `${dialect} ${messages}`,
    signs: {
      'file-header': (of) => `it begins with the bytes ${of}`,
      envelope: (of, times, count) =>
        times === ''
          ? `rows announce messages as ${of} does`
          : `${times} ${count === 1 ? 'row announces' : 'rows announce'} messages as ${of} does`,
      'start-line': (_, times, count) =>
        `${times} SIP ${count === 1 ? 'message stands' : 'messages stand'} there with nothing around that announces ${count === 1 ? 'it' : 'them'}`,
      'readable-text': () => 'it is readable, and holds no SIP message',
      'nothing-known': (of) =>
        `it begins with the bytes ${of}, which no format that is read begins with, and is no text`,
    },
  },
  vi: {
    title: 'Nguồn',
    takenFor: 'coi là',
    because: 'vì',
    packedIn: 'đóng gói',
    understood: 'hiểu được',
    times: 'thời gian',
    assumed: 'giả định',
    notRead: 'không đọc được',
    log: (dialect) => `log ${dialect}`,
    capture: (format) => `bản bắt gói ${format}`,
    text: 'văn bản',
    unknown: 'không rõ là gì',
    lines: (explained, all, share) => `${explained} trong ${all} dòng (${share})`,
    byDialect: (dialect, messages) => `${dialect} ${messages}`,
    signs: {
      'file-header': (of) => `tệp bắt đầu bằng các byte ${of}`,
      envelope: (of, times) =>
        times === ''
          ? `có dòng báo trước bản tin theo kiểu ${of}`
          : `${times} dòng báo trước bản tin theo kiểu ${of}`,
      'start-line': (_, times) => `${times} bản tin SIP đứng riêng, không có dòng nào báo trước`,
      'readable-text': () => 'đọc được dưới dạng văn bản và không chứa bản tin SIP',
      'nothing-known': (of) =>
        `tệp bắt đầu bằng các byte ${of}: không thuộc định dạng nào đọc được và không phải văn bản`,
    },
  },
};
