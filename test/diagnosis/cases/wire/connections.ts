/** TCP, TLS and WebSocket connections that fail, and those that only look like it. */
import { DEFAULT_START, overTransport, pcapParts } from '../../../../fixtures/dsl/index.ts';
import { clientHello, plain } from '../../../network/tls/synthetic.ts';
import { granted, request } from '../../../network/websocket-bytes.ts';
import {
  ACK,
  capture,
  type Extra,
  FIN,
  RST,
  seconds,
  segment,
  SYN,
  traceOf,
} from '../../../helpers/wire.ts';
import { firesIn, sparesIn, type WireCase } from './case.ts';

const PROXY_OUT = ['198.51.100.1', 41_000] as const;
const CAROL = ['192.0.2.30', 41_001] as const;
const GW = ['203.0.113.9', 5060] as const;
const GW_TLS = ['203.0.113.9', 5061] as const;
const PROXY = ['198.51.100.1', 5060] as const;
const ALICE = ['192.0.2.10', 5060] as const;

const refused = (at: number, from: readonly [string, number] = PROXY_OUT): Extra[] => [
  { at, bytes: segment([from, GW], SYN, { seq: 9 }) },
  { at: at + 800, bytes: segment([GW, from], RST | ACK, { seq: 0 }) },
];
const silent = (...at: readonly number[]): Extra[] =>
  at.map((time) => ({ at: time, bytes: segment([PROXY_OUT, GW], SYN, { seq: 9 }) }));

const HELD = `
  alice -> proxy INVITE sip:+84901234567@example.com with sdp
  +2ms proxy -> alice 100`;
const GIVEN_UP = `${HELD}
  +40ms proxy -> alice 503
  +2ms alice -> proxy ACK
  @60s capture ends`;
const CALM = 'carol -> proxy OPTIONS\n +5ms proxy -> carol 200\n @60s capture ends';

const connects: readonly WireCase[] = [
  firesIn(
    'tcp-connect-failed',
    'the proxy cannot reach its gateway and says 503',
    () => capture(GIVEN_UP, refused(3000)),
    {
      severity: 'error',
      confidence: 'likely',
      scope: 'call',
      args: { server: '203.0.113.9:5060', clients: ['198.51.100.1'], how: 'reset', attempts: 1 },
      frames: [1, 4],
      calls: 1,
      outcome: 'failed-transport',
    },
  ),
  firesIn(
    'tcp-connect-failed',
    'the proxy tries again later: the call has told it',
    () =>
      capture(GIVEN_UP, [
        ...refused(3000),
        ...refused(4_000_000, ['198.51.100.1', 41_002]),
        ...refused(9_000_000, ['198.51.100.1', 41_003]),
      ]),
    {
      severity: 'error',
      confidence: 'likely',
      scope: 'call',
      args: { server: '203.0.113.9:5060', how: 'reset', attempts: 1 },
      frames: [1, 4],
      calls: 1,
    },
  ),
  firesIn(
    'tcp-connect-failed',
    'three SYNs without an answer while the caller waits',
    () => capture(`${HELD}\n @60s capture ends`, silent(3000, 1_003_000, 3_003_000, 7_003_000)),
    {
      severity: 'error',
      confidence: 'likely',
      scope: 'call',
      args: { how: 'silent', attempts: 4 },
      frames: [1, 3],
      calls: 1,
      explains: ['trying-capture-ended'],
      outcome: 'failed-transport',
    },
  ),
  firesIn(
    'tcp-connect-failed',
    'a gateway that refuses two hosts, and no call in sight',
    () => capture(CALM, [...refused(1_000_000), ...refused(2_000_000, CAROL)]),
    {
      severity: 'error',
      confidence: 'proven',
      scope: 'endpoint',
      args: { clients: ['198.51.100.1', '192.0.2.30'], attempts: 2, recovered: false },
      frames: [4, 6],
      calls: 0,
    },
  ),
  firesIn(
    'tcp-connect-failed',
    'a refused connection beside SIP that travels there by UDP',
    () =>
      capture('proxy -> gw OPTIONS\n +5ms gw -> proxy 200\n @60s capture ends', refused(1_000_000)),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'endpoint',
      args: { recovered: true },
      frames: [4],
      calls: 0,
    },
  ),
  sparesIn('tcp-connect-failed', 'two SYNs at the end of the capture', () =>
    capture(CALM, silent(1_000_000, 2_000_000)),
  ),
  sparesIn('tcp-connect-failed', 'a refused port that is none of SIP', () =>
    capture(CALM, [
      { at: 1_000_000, bytes: segment([CAROL, ['203.0.113.9', 8443]], SYN, { seq: 9 }) },
      { at: 1_001_000, bytes: segment([['203.0.113.9', 8443], CAROL], RST | ACK) },
    ]),
  ),
];

const overTcp = (text: string, extras: readonly Extra[] = []): Uint8Array =>
  capture(overTransport(traceOf(text), 'tcp'), extras, { tcp: { finish: 'open' } });
const reset = (at: number, flags = RST): Extra => ({
  at,
  bytes: segment([PROXY, ALICE], flags, { seq: 0x7fff_0000 }),
});

/** The TCP flow with more segments like the one in `frame`, so long after it (µs). */
function again(text: string, frame: number, ...after: readonly number[]): Uint8Array {
  const trace = overTransport(traceOf(text), 'tcp');
  const record = pcapParts(trace, { tcp: { finish: 'open' } })[frame] ?? new Uint8Array(16);
  const view = new DataView(record.buffer, record.byteOffset);
  const sent = view.getUint32(0, true) * 1e6 + view.getUint32(4, true) - DEFAULT_START;
  const copies = after.map((later) => ({ at: sent + later, bytes: record.slice(16) }));
  return capture(trace, copies, { tcp: { finish: 'open' } });
}

/** The receiver says once more that it has no room, and then that it has some. */
const full = (...at: readonly (readonly [time: number, window: number])[]): Extra[] =>
  at.map(([time, window]) => {
    const bytes = segment([PROXY, ALICE], ACK, { seq: 1 });
    new DataView(bytes.buffer).setUint16(14 + 20 + 14, window);
    return { at: time, bytes };
  });

const SLOW = `
  alice -> proxy INVITE sip:+84901234567@example.com with sdp
  +16s proxy -> alice 486
  +2ms alice -> proxy ACK
  @60s capture ends`;

const stalls: readonly WireCase[] = [
  firesIn(
    'tcp-stalled',
    'the INVITE of which the segment is sent five times',
    // SYN, SYN-ACK, ACK, INVITE
    () => again(SLOW, 4, seconds(1), seconds(3), seconds(7), seconds(15)),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'leg',
      args: {
        how: 'repeated',
        sender: '192.0.2.10:5060',
        receiver: '198.51.100.1:5060',
        method: 'INVITE',
        copies: 5,
        stalledUs: 15_000_000,
      },
      frames: [4, 5],
      calls: 1,
    },
  ),
  sparesIn('tcp-stalled', 'a segment that is sent again once', () => again(SLOW, 4, seconds(1))),
  sparesIn('tcp-stalled', 'a segment that a mirror shows five times', () =>
    again(SLOW, 4, 10, 20, 30, 40),
  ),
  firesIn(
    'tcp-stalled',
    'a proxy that does not read its socket for three seconds',
    () => overTcp(SLOW, full([seconds(1), 0], [seconds(2), 0], [seconds(4), 8192])),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'leg',
      args: { how: 'zero-window', copies: 0, stalledUs: 3_000_000 },
      frames: [4, 5],
      calls: 1,
    },
  ),
  sparesIn('tcp-stalled', 'a window that is closed for a moment', () =>
    overTcp(SLOW, full([seconds(1), 0], [seconds(1.1), 8192])),
  ),
];

const resets: readonly WireCase[] = [
  firesIn(
    'tcp-reset-mid-transaction',
    'the proxy resets the connection under a pending INVITE',
    () => overTcp(`${HELD}\n @60s capture ends`, [reset(seconds(2.3))]),
    {
      severity: 'error',
      confidence: 'proven',
      scope: 'call',
      args: {
        how: 'rst',
        closer: '198.51.100.1:5060',
        other: '192.0.2.10:5060',
        method: 'INVITE',
        pendingUs: 2_300_000,
        recovered: false,
      },
      // SYN, SYN-ACK, ACK, INVITE, 100, RST
      frames: [4, 6],
      calls: 1,
      explains: ['trying-capture-ended'],
      outcome: 'failed-transport',
    },
  ),
  sparesIn('tcp-reset-mid-transaction', 'a reset after everything was answered', () =>
    overTcp('alice -> proxy OPTIONS\n +5ms proxy -> alice 200\n @60s capture ends', [
      reset(seconds(5)),
    ]),
  ),
  sparesIn('tcp-reset-mid-transaction', 'a pending INVITE on a connection that stays', () =>
    overTcp(`${HELD}\n @60s capture ends`),
  ),
  sparesIn('tcp-reset-mid-transaction', 'a FIN that crosses the answer', () =>
    overTcp('alice -> proxy OPTIONS\n +5ms proxy -> alice 200\n @60s capture ends', [
      reset(3000, FIN | ACK),
    ]),
  ),
];

const hello = clientHello();
/** The client's first flight, and an alert from one of the two ends. */
const alerted = (at: number, description: number, fromClient = false): Extra[] => {
  const ends = [PROXY_OUT, GW_TLS] as const;
  const back = [GW_TLS, PROXY_OUT] as const;
  const alert = plain(21, [2, description]);
  return [
    { at, bytes: segment(ends, SYN, { seq: 99 }) },
    { at: at + 100, bytes: segment(back, SYN | ACK, { seq: 499 }) },
    { at: at + 200, bytes: segment(ends, ACK, { seq: 100, data: hello }) },
    fromClient
      ? { at: at + 300, bytes: segment(ends, ACK, { seq: 100 + hello.length, data: alert }) }
      : { at: at + 300, bytes: segment(back, ACK, { seq: 500, data: alert }) },
  ];
};

const handshakes: readonly WireCase[] = [
  firesIn(
    'tls-handshake-failed',
    'the gateway speaks no version that the proxy offers',
    () => capture(GIVEN_UP, alerted(3000, 70)),
    {
      severity: 'error',
      confidence: 'likely',
      scope: 'call',
      args: {
        server: '203.0.113.9:5061',
        client: '198.51.100.1:41000',
        alert: 'TLS alert 70 (protocol_version)',
        family: 'version',
        fromClient: false,
        version: 'TLS 1.3',
      },
      frames: [1, 6],
      calls: 1,
      outcome: 'failed-transport',
    },
  ),
  firesIn(
    'tls-handshake-failed',
    'a client that does not trust the certificate, and no call in sight',
    () => capture(CALM, alerted(1_000_000, 48, true)),
    {
      severity: 'error',
      confidence: 'proven',
      scope: 'endpoint',
      args: { alert: 'TLS alert 48 (unknown_ca)', family: 'certificate', fromClient: true },
      frames: [6],
      calls: 0,
    },
  ),
  sparesIn('tls-handshake-failed', 'a handshake that the capture does not see to its end', () =>
    capture(CALM, alerted(1_000_000, 70).slice(0, 3)),
  ),
];

const upgrade = (answer: string, at = 1_000_000): Extra[] => {
  const ends = [CAROL, ['198.51.100.1', 8088]] as const;
  const back = [ends[1], CAROL] as const;
  const data = (text: string): Uint8Array => new TextEncoder().encode(text);
  return [
    { at, bytes: segment(ends, SYN, { seq: 99 }) },
    { at: at + 100, bytes: segment(back, SYN | ACK, { seq: 499 }) },
    { at: at + 200, bytes: segment(ends, ACK, { seq: 100, data: data(request()) }) },
    { at: at + 300, bytes: segment(back, ACK, { seq: 500, data: data(answer) }) },
  ];
};

const upgrades: readonly WireCase[] = [
  firesIn(
    'ws-upgrade-failed',
    'a web proxy that does not pass the upgrade on',
    () => capture(CALM, upgrade('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n')),
    {
      severity: 'error',
      confidence: 'proven',
      scope: 'endpoint',
      args: { server: '198.51.100.1:8088', clients: ['192.0.2.30'], status: 400, attempts: 1 },
      frames: [6],
      calls: 0,
    },
  ),
  firesIn(
    'ws-upgrade-failed',
    'a WebSocket without the subprotocol',
    () => capture(CALM, upgrade(granted(''))),
    {
      severity: 'error',
      confidence: 'proven',
      scope: 'endpoint',
      args: { status: 101 },
      frames: [6],
      calls: 0,
    },
  ),
  sparesIn('ws-upgrade-failed', 'a WebSocket that was granted', () =>
    capture(CALM, upgrade(granted())),
  ),
];

export const connectionCases: readonly WireCase[] = [
  ...connects,
  ...stalls,
  ...resets,
  ...handshakes,
  ...upgrades,
];
