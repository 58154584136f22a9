/** IP fragments that are lost on the way, in the capture, or by its filter. */
import { capture } from '../../../helpers/wire.ts';
import { firesIn, sparesIn, type WireCase } from './case.ts';

const PAD = `X-Pad: ${'a'.repeat(1300)}`;
const LARGE = { fragments: { size: 1480 } } as const;
/** Frames 1 and 2 are fragments of a request that arrives: later fragments are no stranger to this capture. */
const OTHER = `
  carol -> proxy MESSAGE
    ${PAD}
  +5ms proxy -> carol 200`;
const INVITE = `
  @1s alice -> proxy INVITE sip:+84901234567@example.com with sdp
    ${PAD}`;
/** Frames 4 and 5 are the INVITE; the call goes on. */
const ANSWERED = `
  @1s carol -> proxy INVITE sip:+84901234567@example.com with sdp
    ${PAD}
  +5ms proxy -> carol 100
  +2s proxy -> carol 200 with sdp
  +10ms carol -> proxy ACK`;
/** Alice's INVITE is small, and large beyond the proxy: frames 4, 5, then 6 and 7 with each copy. */
const BEYOND = `
  @1s alice -> proxy INVITE sip:+84901234567@example.com with sdp
  +2ms proxy -> alice 100
  +1ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    ${PAD}
  retransmit x2 A`;

export const fragmentCases: readonly WireCase[] = [
  firesIn(
    'ip-fragment-loss',
    'the second fragment of an INVITE and of both its copies',
    () =>
      capture(`${OTHER}${INVITE}\n retransmit x2 A\n @60s capture ends`, [], {
        ...LARGE,
        lost: [5, 7, 9],
      }),
    {
      severity: 'error',
      confidence: 'likely',
      scope: 'endpoint',
      args: {
        from: '192.0.2.10:5060',
        to: '198.51.100.1:5060',
        startLine: 'INVITE sip:+84901234567@example.com SIP/2.0',
        fragments: 1,
        missing: [[1480, null]],
        count: 3,
        filtered: false,
      },
      frames: [4, 5, 6],
      calls: 0,
    },
  ),
  firesIn(
    'ip-fragment-loss',
    'the first fragment: who it was for is known, what it was is not',
    () =>
      capture(`${OTHER}${INVITE.replace('alice', 'carol')}\n @60s capture ends`, [], {
        ...LARGE,
        lost: [4],
      }),
    {
      severity: 'warning',
      confidence: 'possible',
      scope: 'endpoint',
      args: { startLine: '', callId: '', missing: [[0, 1480]] },
      frames: [4],
      calls: 0,
    },
  ),
  firesIn(
    'ip-fragment-loss',
    'the first fragment of an INVITE that one call between the two lacks',
    () => capture(`${OTHER}${ANSWERED}\n @60s capture ends`, [], { ...LARGE, lost: [4] }),
    {
      severity: 'warning',
      confidence: 'possible',
      scope: 'endpoint',
      args: { startLine: '', callId: '' },
      frames: [4],
      calls: 1,
    },
  ),
  firesIn(
    'ip-fragment-loss',
    'the first fragment of an INVITE, when two calls between the two lack theirs',
    () =>
      capture(
        `${OTHER}\n call a @1s {${ANSWERED.replace('@1s', '')}\n }\n call b @9s {${ANSWERED.replace('@1s', '')}\n }\n @60s capture ends`,
        [],
        { ...LARGE, lost: [4, 9, 10] },
      ),
    {
      severity: 'warning',
      confidence: 'possible',
      scope: 'endpoint',
      args: { startLine: '', nearby: '' },
      frames: [4],
      calls: 0,
    },
  ),
  firesIn(
    'ip-fragment-loss',
    'the link beyond a proxy, while the caller waits at 100',
    () =>
      capture(
        `${OTHER}${BEYOND}\n +30s proxy -> alice 408\n alice -> proxy ACK\n @60s capture ends`,
        [],
        {
          ...LARGE,
          lost: [7, 9, 11],
        },
      ),
    {
      severity: 'error',
      confidence: 'likely',
      scope: 'call',
      args: { from: '198.51.100.1:5060', to: '203.0.113.9:5060', count: 3 },
      frames: [6, 7, 8],
      calls: 1,
      explains: ['trying-then-408'],
    },
  ),
  firesIn(
    'ip-fragment-loss',
    'a capture filter on ports, which lets no later fragment through',
    () => capture(`${OTHER}${INVITE}\n @60s capture ends`, [], { ...LARGE, lost: [2, 5] }),
    {
      severity: 'info',
      confidence: 'likely',
      scope: 'capture',
      args: { filtered: true, count: 2 },
      frames: [1, 3],
      calls: 0,
    },
  ),
  firesIn(
    'ip-fragment-loss',
    'a capture filter on ports, and an INVITE of which the rest of the call is there',
    () => capture(`${ANSWERED}\n @60s capture ends`, [], { ...LARGE, lost: [2] }),
    {
      severity: 'info',
      confidence: 'likely',
      scope: 'capture',
      args: { filtered: true, count: 1, startLine: 'INVITE sip:+84901234567@example.com SIP/2.0' },
      frames: [1],
      calls: 1,
    },
  ),
  sparesIn(
    'capture-starts-midcall',
    'a call of which the INVITE is there in part: a capture filter dropped its later fragments',
    () => capture(`${ANSWERED}\n @60s capture ends`, [], { ...LARGE, lost: [2] }),
  ),
  sparesIn('ip-fragment-loss', 'fragments that all arrived', () =>
    capture(`${OTHER}${INVITE}\n @60s capture ends`, [], LARGE),
  ),
  firesIn(
    'ip-fragment-loss',
    'a request that was answered all the same: only the capture lacks it',
    () =>
      capture(
        `${OTHER}${INVITE}
        +5ms proxy -> alice 486
        alice -> proxy ACK
        @60s capture ends`,
        [],
        { ...LARGE, lost: [5] },
      ),
    {
      severity: 'info',
      confidence: 'proven',
      scope: 'leg',
      args: { arrived: true },
      frames: [4],
      calls: 1,
    },
  ),
];
