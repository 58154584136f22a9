import type { MalformedFault } from '../../../model/rule-args.ts';

/** What is wrong, in a sentence; `where` is a header field or the message. */
export const MALFORMED: Readonly<Record<MalformedFault, (where: string) => string>> = {
  'start-line-blanks': () => 'The start line has blanks where none may be.',
  'request-uri': () => 'The Request-URI cannot be read.',
  version: () => 'The start line names another SIP version than 2.0.',
  'version-missing': () => 'The start line names no SIP version.',
  'status-code': () => 'The status code lies outside 100 to 699.',
  'no-empty-line': () => 'The header fields do not end in an empty line.',
  'bare-lf': () => 'Lines end in LF without CR.',
  'line-without-colon': () => 'A line among the header fields has no colon.',
  'control-character': (where) => `A control character stands in ${where}.`,
  'not-utf-8': (where) => `Bytes in ${where} are not UTF-8.`,
  'repeated-field': (where) => `More than one ${where}, which may occur once only.`,
  'unbalanced-quotes': (where) => `A quoted string in ${where} is not closed.`,
  'unbalanced-brackets': (where) => `An angle bracket in ${where} is not closed.`,
  'blank-in-uri': (where) => `The URI in ${where} contains blanks.`,
  'display-name': (where) => `The display name in ${where} needs quotes.`,
  'no-uri': (where) => `${where} holds no URI.`,
  number: (where) => `${where} should be a number and is not.`,
  'number-range': (where) => `The number in ${where} is too large.`,
  date: (where) => `${where} is not a date in GMT as RFC 1123 writes it.`,
  'branch-without-id': () =>
    'The Via branch is the bare cookie z9hG4bK, the same for every request.',
  grammar: (where) => `${where} does not follow the grammar.`,
};
