import type { RuleArgs } from '../model/rule-args.ts';

const PROXY = '192.0.2.20:5060';
const CARRIER = '203.0.113.5:5060';

/** Arguments as a real finding would have them: `explain` and the tests show each rule's sentences with them. */
export const RULE_EXAMPLES: RuleArgs = {
  'trying-capture-ended': { elapsedUs: 14_200_000, node: PROXY },
  'trying-then-408': {
    elapsedUs: 32_000_000,
    node: PROXY,
    code: 408,
    phrase: 'Request Timeout',
    clock: 'transaction-timeout',
    producer: 'kamailio (5.8.2)',
  },
  'trying-then-cancel': {
    elapsedUs: 20_000_000,
    node: PROXY,
    canceller: '192.0.2.10:5060',
    timerSeconds: 20,
  },
  'trying-downstream-silent': { elapsedUs: 31_500_000, node: PROXY, silent: CARRIER, copies: 7 },
  'trying-downstream-answered-not-relayed': {
    node: PROXY,
    peer: CARRIER,
    code: 180,
    phrase: 'Ringing',
    waitedUs: 12_000_000,
  },
  'trying-not-forwarded': { node: PROXY, elapsedUs: 16_000_000, otherCalls: 42 },
  'invite-no-response': {
    target: CARRIER,
    sender: PROXY,
    copies: 7,
    elapsedUs: 32_000_000,
  },
  'late-trying': { node: PROXY, delayUs: 740_000, copies: 2 },
  'pdd-slow': { pddUs: 8_300_000, biggest: 'routing', biggestUs: 7_100_000 },
  'ringing-no-answer': { ringUs: 25_000_000, endedBy: 'caller' },
  'ringing-forever': { elapsedUs: 240_000_000, node: CARRIER },
  'no-final-response': {
    elapsedUs: 210_000_000,
    code: 183,
    phrase: 'Session Progress',
    node: CARRIER,
  },
  'decline-analytics-603plus': {
    node: CARRIER,
    compliant: true,
    fault: '',
    url: 'https://redress.example.com/form',
    tel: '+18005550100',
    email: '',
    id: 'a1b2c3',
    location: 'RLN',
  },
  'decline-analytics-probable': {
    node: CARRIER,
    caller: '+12125550123',
    refusals: 9,
    callees: 8,
  },
  'decline-608': { node: CARRIER, contact: 'https://blocker.example.com/jcard' },
  'decline-607': { node: CARRIER },
  'decline-human': { ringUs: 6_200_000, node: '198.51.100.7:5060', agent: 'Yealink SIP-T46S' },
  'decline-device-policy': {
    afterUs: 80_000,
    node: '198.51.100.7:5060',
    agent: 'Yealink SIP-T46S',
    rang: false,
  },
  'decline-pbx-default': { node: '192.0.2.30:5060', agent: 'Asterisk PBX 20.9.0', cause: 0 },
  'decline-q850': { node: CARRIER, location: 'RLN', side: 'network' },
  'malformed-message': { fault: 'unbalanced-quotes', header: 'From', text: '"Alice <sip:a@b>' },
  'missing-mandatory-header': { headers: ['Max-Forwards', 'Contact'] },
  'content-length-mismatch': { declared: 412, present: 388 },
  'cseq-method-mismatch': { cseqMethod: 'OPTIONS', method: 'INVITE' },
  'uri-param-outside-brackets': {
    header: 'Contact',
    text: 'sip:alice@192.0.2.10;transport=tcp',
  },
  'branch-no-cookie': { branch: '4711' },
  'rule-crashed': { crashedRule: 'pdd-slow', message: 'cannot read the time of nothing' },
};
