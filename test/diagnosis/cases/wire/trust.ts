/** What may be concluded from a capture: what it lacks, and what only looks like a lack. */
import {
  only,
  overTransport,
  pcapParts,
  toPcap,
  toPcapng,
  toText,
  type Trace,
} from '../../../../fixtures/dsl/index.ts';
import { named } from '../../../../fixtures/traces/index.ts';
import { concat } from '../../../network/packet-bytes.ts';
import { pcapOf } from '../../../network/tls/captures.ts';
import { record } from '../../../network/tls/loopback.ts';
import { plain } from '../../../network/tls/synthetic.ts';
import { ACK, capture, type Extra, segment, traceOf } from '../../../helpers/wire.ts';
import { firesIn, sparesIn, type WireCase } from './case.ts';

const CALL = `
  alice -> bob INVITE sip:1002@192.0.2.20 with sdp
  +5ms bob -> alice 100
  +80ms bob -> alice 180
  +2s bob -> alice 200 with sdp
  +10ms alice -> bob ACK
  +5s alice -> bob BYE
  +10ms bob -> alice 200`;
const TWO = `call a @0s {${CALL}\n}\n call b @60s {${CALL}\n}\n @120s capture ends`;
const REFUSAL = `
  alice -> bob INVITE sip:1002@192.0.2.20 with sdp
  +5ms bob -> alice 100
  +3s bob -> alice 486
  +10ms alice -> bob ACK`;
const REFUSED = `call a @0s {${REFUSAL}\n}\n call b @60s {${REFUSAL}\n}\n @70s capture ends`;
const call = (): Trace => traceOf(`${CALL}\n @60s capture ends`);

const fromAlice = (trace: Trace): Trace =>
  only(trace, ({ from, callId }) => callId === '' || from.address === '192.0.2.10');
const fromBob = (trace: Trace): Trace =>
  only(trace, ({ from, callId }) => callId === '' || from.address === '192.0.2.20');

const doubles: readonly WireCase[] = [
  firesIn(
    'capture-duplicate-packets',
    'a mirror of two ports',
    () => toPcap(named('duplicates-span').trace),
    {
      severity: 'info',
      confidence: 'proven',
      scope: 'capture',
      args: { duplicates: 13, messages: 26, twice: 'nothing', apartUs: 15 },
      frames: [2, 1],
      calls: 0,
    },
  ),
  firesIn(
    'capture-duplicate-packets',
    'two places with a router between',
    () => toPcap(named('duplicates-router').trace),
    {
      severity: 'info',
      confidence: 'proven',
      scope: 'capture',
      args: { twice: 'hops', apartUs: 300 },
      frames: [2, 1],
      calls: 0,
    },
  ),
  sparesIn(
    'capture-duplicate-packets',
    'a log of the same call, which is another view of it',
    () => [toPcap(call()), toText(call(), 'sngrep')],
  ),
  sparesIn('capture-duplicate-packets', 'retransmissions, each a packet of its own', () =>
    toPcap(named('retransmissions').trace),
  ),
];

/** Three packets of each phone go to the PBX, and three come back; `seen`: which of them were captured. */
const PHONES = ['alice', 'bob', 'carol'];
const office = (seen: (from: string, to: string) => boolean): Uint8Array =>
  toPcap(
    only(
      traceOf(
        `${PHONES.map(
          (phone, at) => `call ${phone} @${at * 20}s {
            ${phone} -> pbx INVITE sip:2000@example.com with sdp
            +5ms pbx -> ${phone} 100
            +3s pbx -> ${phone} 200 with sdp
            +10ms ${phone} -> pbx ACK
            +10s ${phone} -> pbx BYE
            +5ms pbx -> ${phone} 200
          }`,
        ).join('\n')}
        @120s capture ends`,
      ),
      ({ from, to, callId }) => callId === '' || seen(from.address, to.address),
    ),
  );
const PBX = '198.51.100.20';

const sides: readonly WireCase[] = [
  firesIn(
    'capture-one-way',
    'three requests of each phone, and nothing that the PBX sends',
    () => office((from) => from !== PBX),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'capture',
      args: { packets: 9, what: 'requests', links: 3 },
      frames: [1],
      calls: 3,
    },
  ),
  firesIn(
    'capture-one-way',
    'what the PBX sends to each phone, and nothing that they send',
    () => office((from) => from === PBX),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'capture',
      args: { packets: 9, what: 'responses', links: 3 },
      frames: [1],
      calls: 3,
    },
  ),
  sparesIn('capture-one-way', 'three requests of two phones, and the PBX answers the third', () =>
    office((from, to) => from !== PBX || to === '192.0.2.30'),
  ),
  firesIn(
    'capture-one-way',
    'requests alone, of a caller that goes on as if answered',
    () => toPcap(fromAlice(traceOf(TWO))),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'capture',
      args: {
        from: '192.0.2.10:5060',
        to: '192.0.2.20:5060',
        packets: 6,
        what: 'requests',
        links: 1,
      },
      frames: [1],
      calls: 2,
    },
  ),
  firesIn(
    'capture-one-way',
    'requests alone, of a caller that acknowledges refusals which were not captured',
    () => toPcap(fromAlice(traceOf(REFUSED))),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'capture',
      args: { from: '192.0.2.10:5060', to: '192.0.2.20:5060', packets: 4, what: 'requests' },
      frames: [1],
      calls: 2,
      outcome: 'incomplete-pending',
    },
  ),
  firesIn('capture-one-way', 'responses alone', () => toPcap(fromBob(traceOf(TWO))), {
    severity: 'warning',
    confidence: 'proven',
    scope: 'capture',
    args: { from: '192.0.2.20:5060', to: '192.0.2.10:5060', packets: 8, what: 'responses' },
    frames: [1],
    calls: 2,
  }),
  sparesIn('capture-one-way', 'a caller that repeats in vain: nobody answers', () =>
    capture(
      'alice -> proxy INVITE sip:1002@example.com with sdp\n retransmit x6 A\n @60s capture ends',
    ),
  ),
  sparesIn('capture-one-way', 'a hang-up to an address that nobody can reach', () =>
    capture(`
      home = 10.0.0.5:5060 behind 203.0.113.77:62011 user=1007
      inside = 10.0.0.5:5060
      home -> gw INVITE sip:+84901234567@203.0.113.9 with sdp
      +50ms gw -> home 200 with sdp
      +10ms home -> gw ACK
      +20s gw -> inside BYE
      retransmit x10 E
      +40s capture ends`),
  ),
  sparesIn('capture-one-way', 'a scanner that a server ignores', () =>
    capture(
      `${[1, 2, 3, 4, 5].map((at) => `call s${at} @${at}s {\n carol -> proxy INVITE sip:${at}@example.com\n}`).join('\n')}
      @60s capture ends`,
    ),
  ),
  sparesIn('capture-one-way', 'both directions', () => capture(TWO)),
  sparesIn('capture-one-way', 'three packets', () =>
    toPcap(only(fromAlice(call()), ({ callId }) => callId !== '')),
  ),
];

const edges: readonly WireCase[] = [
  firesIn(
    'capture-starts-midcall',
    'a call of which the end was captured',
    () => capture(call(), [], { lost: [1, 2, 3, 4] }),
    {
      severity: 'info',
      confidence: 'proven',
      scope: 'capture',
      args: { calls: 1 },
      frames: [1],
      calls: 1,
      outcome: 'incomplete-midcall',
    },
  ),
  sparesIn(
    'capture-starts-midcall',
    'a capture of responses alone: the INVITE went the other way',
    () => toPcap(fromBob(traceOf(TWO))),
  ),
  sparesIn(
    'capture-starts-midcall',
    'a set-up of which the INVITE is missing long after the capture began',
    () => capture(`carol -> bob OPTIONS\n call b @300s {${CALL}\n}`, [], { lost: [2] }),
  ),
  sparesIn('capture-starts-midcall', 'a call from its beginning', () => capture(call())),
  sparesIn('capture-starts-midcall', 'a request out of nowhere, which nobody knows', () =>
    capture(
      `${CALL.replace('alice -> bob BYE', 'alice -> bob INFO').replace('+10ms bob -> alice 200', '+10ms bob -> alice 481')}\n @60s capture ends`,
      [],
      { lost: [1, 2, 3, 4, 5] },
    ),
  ),
  firesIn(
    'capture-ends-before-outcome',
    'a call that rings and one that is up',
    () =>
      capture(`
      ${CALL.split('\n').slice(0, 6).join('\n')}
      call b @3s {
        carol -> bob INVITE sip:1002@192.0.2.20 with sdp
        +5ms bob -> carol 180
      }
      @20s capture ends`),
    {
      severity: 'info',
      confidence: 'proven',
      scope: 'capture',
      args: { pending: 1, up: 1 },
      frames: [7, 5],
      calls: 2,
    },
  ),
  firesIn(
    'capture-ends-before-outcome',
    'a file that ends within the BYE',
    () => capture(CALL.split('\n').slice(0, 7).join('\n')).slice(0, -20),
    {
      severity: 'info',
      confidence: 'proven',
      scope: 'capture',
      args: { pending: 0, up: 1, torn: true },
      frames: [6, 5],
      calls: 1,
    },
  ),
  firesIn(
    'capture-ends-before-outcome',
    'a file that ends within a packet after all calls were over',
    () => capture(`${CALL}\n @60s capture ends`).slice(0, -5),
    {
      severity: 'info',
      confidence: 'proven',
      scope: 'capture',
      args: { pending: 0, up: 0, torn: true },
      frames: [8],
      calls: 0,
    },
  ),
  sparesIn('capture-ends-before-outcome', 'ringing that went silent long before', () =>
    capture(
      'alice -> bob INVITE sip:1002@192.0.2.20 with sdp\n +5ms bob -> alice 180\n @300s capture ends',
    ),
  ),
  sparesIn('capture-ends-before-outcome', 'a refusal that only its ACK shows', () =>
    capture(`${REFUSAL}\n @20s capture ends`, [], { lost: [3] }),
  ),
  sparesIn('capture-ends-before-outcome', 'a set-up of which only the requests were captured', () =>
    toPcap(
      fromAlice(
        traceOf(`call a @0s {${CALL}\n}\n call b @60s {${CALL}\n}
          call c @115s {\n alice -> bob INVITE sip:1002@192.0.2.20 with sdp\n }
          @120s capture ends`),
      ),
    ),
  ),
  sparesIn('capture-ends-before-outcome', 'a call to its end', () => capture(call())),
  sparesIn('capture-ends-before-outcome', 'an INVITE that was given up long before', () =>
    capture(
      'alice -> bob INVITE sip:1002@192.0.2.20 with sdp\n retransmit x6 A\n @90s capture ends',
    ),
  ),
];

const losses: readonly WireCase[] = [
  firesIn(
    'capture-packet-loss',
    'an interface that reports drops',
    () => toPcapng(call(), { interfaces: [{ drops: 12 }] }),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'capture',
      args: { dropped: 12, gaps: 0, orphans: 0 },
      frames: [0],
      calls: 0,
    },
  ),
  firesIn(
    'capture-packet-loss',
    'a segment of a TCP stream that was not captured',
    () =>
      capture(overTransport(call(), 'tcp'), [], {
        tcp: { segment: 400, finish: 'open' },
        lost: [8],
      }),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'capture',
      args: { dropped: 0, gaps: 1 },
      frames: [11],
      calls: 0,
    },
  ),
  sparesIn('capture-packet-loss', 'an interface that reports none', () =>
    toPcapng(call(), { interfaces: [{ drops: 0 }] }),
  ),
  firesIn(
    'capture-snaplen-truncated',
    'messages of which 200 bytes were kept',
    () => capture(call(), [], { snaplen: 242 }),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'capture',
      args: { cut: 7, messages: 7, captured: 200 },
      frames: [1],
      calls: 0,
    },
  ),
  sparesIn('capture-snaplen-truncated', 'other traffic that was cut', () =>
    capture(`${CALL}\n +1ms alice -> bob raw "${'x'.repeat(3000)}"\n @60s capture ends`, [], {
      snaplen: 2000,
    }),
  ),
];

/** The call as two hosts see it, 1 ms apart; the clock of the second is `behind` µs late. */
function twoPoints(behind: number): Uint8Array[] {
  const { sightings, hosts } = traceOf(`${CALL}\n @60s capture ends`);
  const at = (near: string, clock: number): Trace => ({
    hosts,
    sightings: sightings.map((one) => {
      const away = one.from.address !== near;
      return { ...one, time: one.time + (away ? 1000 : 0) - clock, ttl: one.ttl - (away ? 1 : 0) };
    }),
  });
  return [toPcap(at('192.0.2.10', 0)), toPcap(at('192.0.2.20', behind))];
}

/** The records of a capture with two of them in the wrong order. */
function swapped(text: string): Uint8Array {
  const [header = new Uint8Array(0), first = header, second = header, ...rest] = pcapParts(
    traceOf(text),
  );
  return concat(header, second, first, ...rest);
}

const clocks: readonly WireCase[] = [
  firesIn('capture-clock-skew', 'two hosts whose clocks are 80 ms apart', () => twoPoints(80_000), {
    severity: 'warning',
    confidence: 'likely',
    scope: 'capture',
    args: { behind: '2.pcap', other: '1.pcap', offsetUs: 80_000, spreadUs: 1000, pairs: 7 },
    frames: [1, 1],
    calls: 0,
  }),
  sparesIn('capture-clock-skew', 'two hosts that agree', () => twoPoints(0)),
  firesIn(
    'capture-out-of-order-timestamps',
    'a packet of 5 ms later in front',
    () => swapped(`${CALL}\n @60s capture ends`),
    {
      severity: 'info',
      confidence: 'proven',
      scope: 'capture',
      args: { steps: 1, largestUs: 5000 },
      frames: [2],
      calls: 0,
    },
  ),
  firesIn(
    'capture-out-of-order-timestamps',
    'a step of 100 s in a capture without SIP',
    () => swapped('alice -> bob raw "one"\n +100s alice -> bob raw "two"'),
    {
      severity: 'info',
      confidence: 'proven',
      scope: 'capture',
      args: { steps: 1, largestUs: 100_000_000 },
      frames: [2],
      calls: 0,
    },
  ),
  sparesIn('capture-out-of-order-timestamps', 'a step of 5 s in a capture without SIP', () =>
    swapped('alice -> bob raw "one"\n +5s alice -> bob raw "two"'),
  ),
  sparesIn('capture-out-of-order-timestamps', 'the jitter of two queues', () =>
    swapped(`alice -> bob OPTIONS\n +20us bob -> alice 200\n @60s capture ends`),
  ),
];

const A = ['192.0.2.10', 41_000] as const;
const B = ['192.0.2.20', 5061] as const;
const content = plain(23, new Uint8Array(64).fill(7));
/** Records of a connection that was there before the capture. */
const encrypted: readonly Extra[] = [
  { at: 1_000_000, bytes: segment([A, B], ACK, { seq: 100, data: content }) },
  { at: 1_010_000, bytes: segment([B, A], ACK, { seq: 500, data: content }) },
  { at: 1_020_000, bytes: segment([A, B], ACK, { seq: 100 + content.length, data: content }) },
];

async function handshake(maxVersion: 'TLSv1.2' | 'TLSv1.3'): Promise<Uint8Array> {
  const [recording] = await record({ says: ['ping'], client: { maxVersion } });
  return pcapOf(recording?.runs ?? []);
}

const secrets: readonly WireCase[] = [
  firesIn(
    'capture-encrypted-only',
    'a TLS connection without keys',
    () => capture('carol -> bob OPTIONS\n +5ms bob -> carol 200\n @60s capture ends', encrypted),
    {
      severity: 'info',
      confidence: 'proven',
      scope: 'capture',
      args: { how: 'tls', count: 1, servers: ['192.0.2.20:5061'] },
      frames: [3],
      calls: 0,
    },
  ),
  sparesIn('capture-encrypted-only', 'readable SIP alone', () => capture(call())),
  firesIn('tls-certificate-problem', 'a certificate of the future', () => handshake('TLSv1.2'), {
    severity: 'warning',
    confidence: 'proven',
    scope: 'endpoint',
    args: { fault: 'not-yet-valid', server: '192.0.2.2:5061', serverName: 'sip.example.com' },
    frames: [6],
    calls: 0,
  }),
  sparesIn('tls-certificate-problem', 'TLS 1.3, which hides the certificate', () =>
    handshake('TLSv1.3'),
  ),
];

export const trustCases: readonly WireCase[] = [
  ...doubles,
  ...sides,
  ...edges,
  ...losses,
  ...clocks,
  ...secrets,
];
