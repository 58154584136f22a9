/** ICMP errors: the packets are counted as the flow is written, the error right after what it quotes. */
import { capture, icmp, seconds } from '../../../helpers/wire.ts';
import { firesIn, sparesIn, type WireCase } from './case.ts';

const PROXY = ['198.51.100.1', 5060] as const;
const ALICE = ['192.0.2.10', 5060] as const;
const GW = ['203.0.113.9', 5060] as const;
const INVITE = 'INVITE sip:+84901234567@example.com SIP/2.0\r\n';
const TO_PROXY = [ALICE, PROXY] as const;

const port = (at: number) => ({ at, bytes: icmp([3, 3], PROXY[0], TO_PROXY, INVITE) });
const CALL = 'alice -> proxy INVITE sip:+84901234567@example.com with sdp';

export const icmpCases: readonly WireCase[] = [
  firesIn(
    'icmp-unreachable',
    'an INVITE to a port that nobody listens at, all seven copies',
    () =>
      capture(
        `${CALL}\n retransmit x6 A\n @60s capture ends`,
        [0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5].map((at) => port(seconds(at) + 1200)),
      ),
    {
      severity: 'error',
      confidence: 'proven',
      scope: 'call',
      args: {
        target: '198.51.100.1:5060',
        sender: '192.0.2.10:5060',
        reporter: '198.51.100.1',
        why: 'port',
        code: 'ICMP 3/3',
        lost: 'INVITE',
        count: 7,
        recovered: false,
      },
      frames: [1, 2],
      calls: 1,
      explains: ['invite-no-response'],
      outcome: 'failed-transport',
    },
  ),
  firesIn(
    'icmp-unreachable',
    'an INVITE that a firewall beyond refuses, behind a 100',
    () =>
      capture(
        `${CALL}
        +2ms proxy -> alice 100
        +1ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
        +30s proxy -> alice 408
        +2ms alice -> proxy ACK
        @60s capture ends`,
        [
          {
            at: 4000,
            bytes: icmp([3, 13], '198.51.100.254', [PROXY, GW], INVITE),
          },
        ],
      ),
    {
      severity: 'error',
      confidence: 'proven',
      scope: 'call',
      args: { target: '203.0.113.9:5060', reporter: '198.51.100.254', why: 'prohibited' },
      frames: [3, 4],
      calls: 1,
      explains: ['trying-then-408'],
    },
  ),
  firesIn(
    'icmp-unreachable',
    'a response that goes to the port in Via, where nobody listens',
    () =>
      capture(
        `${CALL}
        +50ms proxy -> alice 486
        retransmit x3 G
        @20s capture ends`,
        [
          {
            at: 51_000,
            bytes: icmp([3, 3], ALICE[0], [PROXY, ALICE], 'SIP/2.0 486 Busy Here\r\n'),
          },
        ],
      ),
    {
      severity: 'error',
      confidence: 'proven',
      scope: 'call',
      args: { target: '192.0.2.10:5060', lost: '486', sender: '198.51.100.1:5060' },
      frames: [2, 3],
      calls: 1,
    },
  ),
  firesIn(
    'icmp-unreachable',
    'a dead target before the one that answered: it cost time, not the call',
    () =>
      capture(
        `gw2 = 203.0.113.10 server "TrunkGW/7.2"
        ${CALL}
        +2ms proxy -> alice 100
        +1ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
        +3s proxy -> gw2 INVITE sip:+84901234567@203.0.113.10
        +10ms gw2 -> proxy 100
        +600ms gw2 -> proxy 180
        +1ms proxy -> alice 180
        +2s gw2 -> proxy 200 with sdp
        +1ms proxy -> alice 200 with sdp
        +1ms alice -> proxy ACK
        +1ms proxy -> gw2 ACK
        @60s capture ends`,
        [{ at: 4000, bytes: icmp([3, 1], '203.0.113.1', [PROXY, GW], INVITE) }],
      ),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'leg',
      args: { why: 'host', target: '203.0.113.9:5060' },
      frames: [3, 4],
      calls: 1,
      outcome: 'answered',
    },
  ),
  firesIn(
    'icmp-unreachable',
    'a REGISTER, which is no call',
    () =>
      capture('alice -> proxy REGISTER sip:example.com\n retransmit x10 E\n @60s capture ends', [
        {
          at: 1000,
          bytes: icmp([3, 3], PROXY[0], TO_PROXY, 'REGISTER sip:example.com SIP/2.0\r\n'),
        },
      ]),
    {
      severity: 'error',
      confidence: 'proven',
      scope: 'call',
      args: { lost: 'REGISTER', why: 'port' },
      frames: [1, 2],
      calls: 0,
    },
  ),
  firesIn(
    'icmp-unreachable',
    'an error about SIP of which nothing else was captured',
    () =>
      capture('carol -> proxy OPTIONS\n +5ms proxy -> carol 200', [
        { at: 2_000_000, bytes: icmp([3, 3], GW[0], [PROXY, GW], INVITE) },
      ]),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'endpoint',
      args: { target: '203.0.113.9:5060', lost: 'INVITE' },
      frames: [3],
      calls: 0,
    },
  ),
  sparesIn('icmp-unreachable', 'time to live exceeded, which a SIP element ignores', () =>
    capture(`${CALL}\n retransmit x6 A\n @60s capture ends`, [
      { at: 1200, bytes: icmp([11, 0], '203.0.113.1', TO_PROXY, INVITE) },
    ]),
  ),
  sparesIn('icmp-unreachable', 'media to a phone that has hung up already', () =>
    capture(
      `${CALL}
      +5ms proxy -> alice 200 with sdp
      +5ms alice -> proxy ACK
      +9s alice -> proxy BYE
      +5ms proxy -> alice 200
      @60s capture ends`,
      [
        {
          at: 9_100_000,
          bytes: icmp(
            [3, 3],
            ALICE[0],
            [
              ['198.51.100.1', 30_000],
              ['192.0.2.10', 40_000],
            ],
            '\u0080',
          ),
        },
      ],
    ),
  ),
];
