/** No failed call without a finding that says why, and none with two that say what its response says. */
import { describe, expect, it } from 'vitest';
import { flowFromText, type Trace } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import { SCENARIOS } from '../../fixtures/traces/index.ts';
import { rankFindings } from '../../src/diagnosis/root-cause.ts';
import { OUTCOME_CLASS } from '../../src/model/outcome-class.ts';
import { diagnoseTrace } from '../helpers/judge.ts';
import { CASES } from './cases/index.ts';

const CODES = Array.from({ length: 400 }, (_, at) => 300 + at);

const direct = (code: number, reason = ''): Trace =>
  flowFromText(`${CAST}
  alice -> gw INVITE sip:+84901234567@203.0.113.9 with sdp
  +30ms gw -> alice ${code} "Said"
    ${reason}
  +2ms alice -> gw ACK
  +40s capture ends`);
const relayed = (code: number): Trace =>
  flowFromText(`${CAST}
  alice -> proxy INVITE sip:+84901234567@example.com with sdp
  +2ms proxy -> alice 100
  +3ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
  +4ms gw -> proxy 183
  +1ms proxy -> alice 183
  +12s gw -> proxy ${code} "Said"
  +1ms proxy -> gw ACK
  +1ms proxy -> alice ${code}
  +2ms alice -> proxy ACK
  +40s capture ends`);

/** What is wrong with the explanations of the calls of a trace. */
function faultsOf(name: string, trace: Trace): string[] {
  return diagnoseTrace(trace).flatMap(({ judged, findings }) => {
    if (judged.kind !== 'call') return [];
    const failed = OUTCOME_CLASS[judged.outcome] === 'failure';
    const { primary } = rankFindings(findings, failed);
    const rules = findings.map(({ rule }) => rule);
    const own = rules.filter((rule) => rule.startsWith('resp-') && rule !== 'resp-489-event');
    return [
      ...(failed && primary === null ? [`${name}: ${judged.outcome} has no cause`] : []),
      ...(own.length > 1 ? [`${name}: ${own.join(' and ')}`] : []),
      ...(rules.includes('rule-crashed') ? [`${name}: crashed`] : []),
    ];
  });
}

describe('every failed call is explained once', () => {
  it.each([
    ['at once', (code: number) => direct(code)],
    ['late, over a proxy', relayed],
    ['with a Reason of its own', (code: number) => direct(code, 'Reason: Q.850;cause=34')],
    ['with a Reason that says busy', (code: number) => direct(code, 'Reason: Q.850;cause=17')],
    ['with a Reason that says nothing', (code: number) => direct(code, 'Reason: Q.850;cause=16')],
  ])(
    'any code %s',
    (_, trace) => {
      expect(CODES.flatMap((code) => faultsOf(`${code}`, trace(code)))).toEqual([]);
    },
    60_000,
  );

  it('in the named traces and in those of the rules', () => {
    const traces = [...SCENARIOS, ...CASES];
    expect(traces.flatMap(({ name, trace }) => faultsOf(name, trace))).toEqual([]);
  }, 60_000);
});

const CALLED = 'sip:+84901234567@203.0.113.9';

/** What explains a failure better than the response that ended it, and what does not. */
const PRIMARY: readonly (readonly [
  name: string,
  primary: string,
  refusal: string,
  flow: string,
])[] = [
  [
    'a codec that the other side lacks',
    'codec-no-overlap',
    'resp-488-media',
    `alice -> gw INVITE ${CALLED} with sdp(G729)
    +30ms gw -> alice 488
      Warning: 305 gw "Incompatible media format"
    +2ms alice -> gw ACK`,
  ],
  [
    'credentials that were refused',
    'auth-then-403',
    'resp-403-policy',
    `alice -> gw INVITE ${CALLED} with sdp
    +9ms gw -> alice 401
    +2ms alice -> gw ACK
    +9ms alice -> gw INVITE ${CALLED} with sdp with wrong-auth
    +9ms gw -> alice 403
    +2ms alice -> gw ACK`,
  ],
  [
    'a next hop that stayed silent',
    'invite-no-response',
    'resp-408-timeout',
    `alice -> proxy INVITE sip:+84901234567@example.com with sdp over tcp
    +3ms proxy -> gw INVITE ${CALLED}
    retransmit x6 A
    +32s proxy -> alice 408
    +2ms alice -> proxy ACK`,
  ],
  [
    'a request that nobody can read',
    'malformed-message',
    'resp-400-malformed',
    `alice -> gw INVITE ${CALLED} with sdp
      Contact: <sip:1001@192.0.2.10
    +9ms gw -> alice 400
    +2ms alice -> gw ACK`,
  ],
  [
    'a first target that was silent, and a second one that refused',
    'resp-503-overload',
    'resp-503-overload',
    `alice -> proxy INVITE sip:+84901234567@example.com with sdp
    +2ms proxy -> alice 100
    +3ms proxy -> gw INVITE ${CALLED}
    retransmit x2 A
    +4s proxy -> pbx INVITE sip:+84901234567@198.51.100.20
    +9ms pbx -> proxy 503
    +1ms proxy -> pbx ACK
    +1ms proxy -> alice 503
    +2ms alice -> proxy ACK`,
  ],
  [
    'a refusal that lacks a field itself',
    'resp-405-501-method',
    'resp-405-501-method',
    `alice -> gw INVITE ${CALLED} with sdp
    +9ms gw -> alice 405
    +2ms alice -> gw ACK`,
  ],
];

describe('the primary finding', () => {
  it.each(PRIMARY)('of %s', (_, wanted, refusal, text) => {
    const [diagnosed] = diagnoseTrace(flowFromText(`${CAST}\n${text}\n+40s capture ends`));
    const findings = diagnosed?.findings ?? [];
    const { primary, causedBy } = rankFindings(findings, true);
    expect(primary?.rule).toBe(wanted);
    const own = findings.find(({ rule }) => rule === refusal);
    expect(own).toBeDefined();
    const cause = own === undefined ? undefined : causedBy.get(own)?.rule;
    expect(cause).toBe(wanted === refusal ? undefined : wanted);
  });
});
