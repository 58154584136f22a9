import type { SyntaxTexts } from '../../rule-families.ts';
import { MALFORMED } from './malformed.ts';

/** Fields that are missed less than the others when they alone are missing. */
const ALONE: Readonly<Record<string, string>> = {
  'Max-Forwards':
    'Max-Forwards is mandatory in every request, but proxies let one without it pass and put it in (RFC 3261 §16.3). Nothing fails because of that alone; a loop is noticed later.',
};

/** What a response is good for without the field that its code is about. */
const UNTOLD: Readonly<Record<string, string>> = {
  'WWW-Authenticate': 'Without the challenge the client has nothing that it could answer.',
  'Proxy-Authenticate': 'Without the challenge the client has nothing that it could answer.',
  Allow: 'The client is not told which methods are taken, and has to guess.',
  Unsupported: 'The client is not told which extension it has to leave out.',
  Require: 'The client is not told which extension it needs.',
  'Min-SE': 'The client is not told which session interval would be long enough.',
  'Min-Expires': 'The client is not told which expiry would be long enough.',
  Contact: 'The caller is not told where its ACK, BYE and other requests of the call have to go.',
};

const quoted = (text: string): string => (text === '' ? '.' : `: ${text}`);

export const syntaxRules: SyntaxTexts = {
  'malformed-message': {
    summary: 'A message does not follow the SIP grammar.',
    title: (a) => {
      const sentence = MALFORMED[a.fault](a.header === '' ? 'the message' : a.header);
      return sentence.charAt(0).toUpperCase() + sentence.slice(1);
    },
    explanation: (a) =>
      `A strict receiver rejects such a message with 400 or drops it without a word; a lenient one guesses${quoted(a.text)}`,
    fix: () => [
      'Compare the message at its sender and here: a SIP ALG or a proxy on the way may have damaged it.',
      'If it leaves its sender like this: report it to the vendor, with this frame.',
    ],
  },
  'missing-mandatory-header': {
    summary: 'A message lacks header fields that it must carry.',
    title: (a, f) =>
      `A ${a.code === 0 ? 'request' : `${a.code} response`} lacks ${f.list(a.headers)}.`,
    explanation: (a, f) =>
      a.code === 0
        ? (ALONE[a.headers.join()] ??
          `${f.list(a.headers)} ${a.headers.length === 1 ? 'is' : 'are'} mandatory in this message. Receivers answer 400, ignore it, or guess.`)
        : `${f.list(a.headers)} ${a.headers.length === 1 ? 'is' : 'are'} mandatory in this response. ${UNTOLD[a.headers.join()] ?? 'Its receiver drops it without a word, or guesses.'}`,
    fix: () => [
      'Check the sender, and any header manipulation on the SBCs and proxies before this point.',
    ],
  },
  'content-length-mismatch': {
    summary: 'Content-Length and the body differ in size.',
    title: (a, f) =>
      `Content-Length says ${f.integer(a.declared)} bytes, ${f.integer(a.present)} are present.`,
    explanation: (a) =>
      a.declared > a.present
        ? 'The end of the body is missing, so a receiver must answer 400 or drop the message. A header rewritten on the way (SIP ALG) or a lost fragment does this.'
        : 'The bytes beyond the declared length are ignored on UDP; on TCP they break the framing of the next message.',
    fix: () => [
      'Look for a SIP ALG or another device that rewrites SDP without correcting the length.',
      'Check for lost IP fragments and for a capture cut by its snap length.',
    ],
  },
  'cseq-method-mismatch': {
    summary: 'The method in CSeq is not the method of the request.',
    title: (a) => `The request is ${a.method}, but its CSeq says ${a.cseqMethod}.`,
    explanation: () =>
      'Both have to be the same (RFC 3261 §8.1.1.5). Receivers match responses by CSeq, so the transaction cannot work; strict ones answer 400.',
    fix: () => ['Correct the sender; scanners and home-made clients are the usual source.'],
  },
  'uri-param-outside-brackets': {
    summary: 'URI parameters outside <> were read as header parameters.',
    title: (a) => `URI parameters in ${a.header} stand outside the angle brackets.`,
    explanation: (a) =>
      `Without < > everything after the first ; belongs to the header field, not to the URI (RFC 3261 §20). Transport or user parameters are lost that way, and later requests take another path${quoted(a.text)}`,
    fix: (a) => [`Put the URI of ${a.header} in angle brackets at the sender.`],
  },
  'branch-no-cookie': {
    summary: 'The top Via branch lacks the z9hG4bK cookie.',
    title: () => 'The top Via branch does not start with z9hG4bK.',
    explanation: (a) =>
      `The sender follows RFC 2543 of 1999 or is a scanner${a.branch === '' ? ': there is no branch at all' : ` (branch ${a.branch})`}. Transactions are then matched by a slower, weaker rule.`,
    fix: () => ['Update the sender. If it is unknown to you, treat it as a scan.'],
  },
};
