/** What the syntax check has to say about each torture message, read from the messages and from RFC 4475 itself. */
import type { SyntaxRule } from '../../src/diagnosis/facts/syntax.ts';

export interface Expectation {
  /** `valid`: no error, no warning. `invalid`: at least these findings. `semantic`: exactly these. */
  readonly verdict: 'valid' | 'invalid' | 'semantic';
  /** Findings of grade error or warning. */
  readonly findings: readonly SyntaxRule[];
  /** Findings of grade info. */
  readonly notes?: readonly SyntaxRule[];
  readonly why: string;
}

const valid = (why: string, ...notes: SyntaxRule[]): Expectation => ({
  verdict: 'valid',
  findings: [],
  notes,
  why,
});
const invalid = (why: string, ...findings: SyntaxRule[]): Expectation => ({
  verdict: 'invalid',
  findings,
  why,
});
const semantic = (why: string, ...findings: SyntaxRule[]): Expectation => ({
  verdict: 'semantic',
  findings,
  why,
});

export const RFC_4475: Readonly<Record<string, Expectation>> = {
  // §3.1.1 Valid messages
  'wsinv.dat': valid(
    '§3.1.1.1: blanks, folding, odd case, an empty Subject; the top Via has a branch of RFC 2543',
    'branch-no-cookie',
  ),
  'esc01.dat': valid('§3.1.1.3: %-escapes in user parts and parameter names'),
  'esc02.dat': valid('§3.1.1.5: % where it is no escape: method, display name, branch, field name'),
  'longreq.dat': valid(
    '§3.1.1.7: long values, 34 Vias; the top one has no branch, as RFC 2543 allowed',
    'branch-no-cookie',
  ),
  'semiuri.dat': valid('§3.1.1.9: semicolons in the user part'),
  'mpart01.dat': valid('§3.1.1.11: multipart with binary parts'),
  'noreason.dat': valid('§3.1.1.13: an empty reason phrase behind its blank'),

  // §3.1.2 Invalid messages
  'clerr.dat': invalid(
    '§3.1.2.2: Content-Length 9999, 154 bytes present',
    'content-length-mismatch',
  ),
  'scalar02.dat': invalid(
    '§3.1.2.4: CSeq over 2³¹, Max-Forwards over 255, Expires and the expires parameter over 2³²',
    'malformed-message',
  ),
  'quotbal.dat': invalid('§3.1.2.6: a quote in To never closes', 'malformed-message'),
  'lwsruri.dat': invalid('§3.1.2.8: a blank in the Request-URI', 'malformed-message'),
  'trws.dat': invalid('§3.1.2.10: blanks behind SIP/2.0', 'malformed-message'),
  'baddate.dat': invalid('§3.1.2.12: a Date in EST', 'malformed-message'),
  'badaspec.dat': invalid(
    '§3.1.2.14: blanks between the brackets and the addr-spec',
    'malformed-message',
  ),
  'baddn.variant331.dat': invalid(
    '§3.1.2.15: unquoted display names with a comma; this copy also lacks the empty line',
    'malformed-message',
  ),
  'badvers.dat': invalid('§3.1.2.16: version 7.0', 'malformed-message'),
  'mismatch02.dat': invalid('§3.1.2.18: NEWMETHOD with an INVITE in CSeq', 'cseq-method-mismatch'),
  'multi01.dat': invalid(
    '§3.3.8: CSeq, Call-ID, To, From and Max-Forwards twice, with different values',
    'malformed-message',
  ),
  'sipgo-test.dat': invalid(
    'not of the RFC: no version, a line without colon, addresses without scheme, no Via, CSeq and Contact',
    'malformed-message',
    'missing-mandatory-header',
  ),

  // §3.2–§3.4: well-formed, but odd
  'badbranch.dat': semantic(
    '§3.2.1: the branch is the cookie and nothing else: an element may answer 400',
    'malformed-message',
  ),
  'unkscm.dat': semantic('§3.3.2: the grammar allows any scheme; a server answers 416'),
  'unksm2.dat': semantic(
    '§3.3.4: any scheme in To, From and Contact; only what uses them may object',
  ),
  'invut.dat': semantic('§3.3.6: a body of an unknown type is answered 415, not 400'),
  'bcast.dat': semantic(
    '§3.3.10: a broadcast address in a Via is well-formed; it must not be forwarded',
  ),
  'cparam01.dat': semantic('§3.3.12: the parameter is the Contact field’s, as the grammar has it'),
  'regescrt.dat': semantic('§3.3.14: an escaped header in a bracketed URI is well-formed'),
  'inv2543.dat': {
    // §3.4.1: RFC 2543 demanded neither Max-Forwards nor Contact nor a branch. A peer of today cannot build a dialog
    // without the Contact (RFC 3261 §12.1.1), and `user=phone` behind an unbracketed To is a parameter of To.
    verdict: 'semantic',
    findings: ['missing-mandatory-header', 'uri-param-outside-brackets'],
    notes: ['branch-no-cookie'],
    why: '§3.4.1: an INVITE of 1999',
  },
};

export const RFC_5118: Readonly<Record<string, Expectation>> = {
  'ipv6-good.dat': valid('§4.1: IPv6 literals in brackets'),
  'port-unambiguous.dat': valid('§4.4: a port behind the brackets'),
  'via-received-param-with-delim.dat': valid(
    '§4.5: received with brackets, as old stacks write it',
  ),
  'ipv6-in-sdp.dat': valid(
    '§4.6: IPv6 in SDP; ten bytes beyond Content-Length are ignored on UDP (§18.3)',
  ),
  'mult-ip-in-header.dat': valid('§4.7: IPv4 and IPv6 in the Vias'),
  'ipv6-correct-abnf-2-colons.dat': valid('§4.10: 2001:db8::192.0.2.1'),
};
