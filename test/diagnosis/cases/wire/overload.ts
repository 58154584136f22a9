/** Servers that can take no more: many refusals within a minute, and clients that do not leave them alone. */
import { toPcap } from '../../../../fixtures/dsl/index.ts';
import { traceOf } from '../../../helpers/wire.ts';
import { firesIn, sparesIn, type WireCase } from './case.ts';

const GATEWAY = '203.0.113.9:5060';

interface Call {
  /** s */
  readonly at: number;
  readonly answer?: string;
  readonly headers?: string;
  readonly from?: string;
}

/** Calls to the trunk; each has three packets: INVITE, refusal, ACK. */
const calls = (all: readonly Call[]): Uint8Array =>
  toPcap(
    traceOf(
      `${all
        .map(
          ({ at, answer = '503', headers = '', from = 'proxy' }, index) => `
    call c${index} @${at}s {
      ${from} -> gw INVITE sip:+8490123456${index}@203.0.113.9 with sdp
      +9ms gw -> ${from} ${answer}
        ${headers}
      +2ms ${from} -> gw ACK
    }`,
        )
        .join('')}
    @400s capture ends`,
    ),
  );
const every = (seconds: number, count: number, call: Partial<Call> = {}): Call[] =>
  Array.from({ length: count }, (_, index) => ({ at: 1 + index * seconds, ...call }));

const bursts: readonly WireCase[] = [
  firesIn('overload-burst', 'twelve refusals within a minute', () => calls(every(4, 12)), {
    severity: 'warning',
    confidence: 'proven',
    scope: 'endpoint',
    args: { node: GATEWAY, failures: 12, total: 12, codes: '503' },
    frames: [2, 5, 8, 11],
    calls: 12,
  }),
  firesIn(
    'overload-burst',
    'a 500 among them, and others much later',
    () => calls([...every(4, 11), { at: 50, answer: '500' }, { at: 300 }, { at: 320 }]),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'endpoint',
      args: { failures: 12, total: 14, codes: '500, 503' },
      frames: [2, 5, 8, 11],
      calls: 12,
    },
  ),
  sparesIn('overload-burst', 'twelve refusals over minutes', () => calls(every(20, 12))),
  sparesIn('overload-burst', 'nine within a minute', () => calls(every(4, 9))),
  sparesIn('overload-burst', 'refusals for another reason', () =>
    calls(every(4, 12, { answer: '404' })),
  ),
];

const HEEDED = { headers: 'Retry-After: 30' };

const ignored: readonly WireCase[] = [
  firesIn(
    'retry-after-ignored',
    'two calls within the half minute',
    () => calls([{ at: 1, ...HEEDED }, { at: 6 }, { at: 16 }, { at: 60 }]),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'endpoint',
      args: {
        client: '198.51.100.1',
        server: GATEWAY,
        retryAfter: 30,
        afterUs: 4_991_000,
        requests: 2,
      },
      frames: [2, 4, 7],
      calls: 2,
    },
  ),
  firesIn(
    'retry-after-ignored',
    'a storm in which each call meets a newer refusal half a second old',
    () => calls(every(0.45, 20, HEEDED)),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'endpoint',
      args: { retryAfter: 30, afterUs: 891_000, requests: 18 },
      frames: [2, 7, 10, 13, 16],
      calls: 18,
    },
  ),
  sparesIn('retry-after-ignored', 'a burst that was under way as a whole', () =>
    calls(every(0.1, 5, HEEDED)),
  ),
  sparesIn('retry-after-ignored', 'a client that waits', () =>
    calls([{ at: 1, ...HEEDED }, { at: 40 }]),
  ),
  sparesIn('retry-after-ignored', 'another client', () =>
    calls([
      { at: 1, ...HEEDED },
      { at: 6, from: 'alice' },
    ]),
  ),
  sparesIn('retry-after-ignored', 'a server that asked for nothing', () =>
    calls([{ at: 1 }, { at: 6 }]),
  ),
  sparesIn('retry-after-ignored', 'a server that took the next call', () =>
    calls([
      { at: 1, ...HEEDED },
      { at: 6, answer: '486' },
    ]),
  ),
  sparesIn('retry-after-ignored', 'a call that was under way', () =>
    calls([{ at: 1, ...HEEDED }, { at: 1.2 }]),
  ),
];

export const overloadCases: readonly WireCase[] = [...bursts, ...ignored];
