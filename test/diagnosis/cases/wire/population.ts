/** What only many calls together tell, each against calls of which the difference does not hold. */
import { capture } from '../../../helpers/wire.ts';
import { firesIn, sparesIn, type WireCase } from './case.ts';

const HOSTS = `
  g1 = 203.0.113.101:5060 server
  g2 = 203.0.113.102:5060 server
  g3 = 203.0.113.103:5060 server
  far = 192.0.2.103:5060 server
`;
const G1 = '203.0.113.101:5060';

interface Placed {
  /** s */
  readonly at: number;
  readonly to?: string;
  /** A refusal; answered and talked for `talk` s without. */
  /** 0: no response to seven INVITEs. */
  readonly code?: number;
  readonly talk?: number;
}

/** An answered call has six packets, a refused one three. */
const placed = ({ at, to = 'g1', code, talk = 10 }: Placed, index: number): string =>
  `call c${index} @${at}s {
    pbx -> ${to} INVITE sip:+8490123${4000 + index}@203.0.113.9 with sdp
    ${
      code === undefined
        ? `+2ms ${to} -> pbx 100
    +200ms ${to} -> pbx 200 with sdp
    +3ms pbx -> ${to} ACK
    +${talk}s pbx -> ${to} BYE
    +3ms ${to} -> pbx 200`
        : code === 0
          ? 'retransmit A'
          : `+3ms ${to} -> pbx ${code}
    +1ms pbx -> ${to} ACK`
    }
  }`;
const calls = (all: readonly Placed[]): Uint8Array =>
  capture(`${HOSTS}\n${all.map(placed).join('\n')}\n@3000s capture ends`);
const series = (count: number, from: number, every: number, call: Partial<Placed> = {}): Placed[] =>
  Array.from({ length: count }, (_, index) => ({ at: from + index * every, ...call }));

const spikes: readonly WireCase[] = [
  firesIn(
    'peer-failure-spike',
    'twelve failures amid thirty calls that went well',
    () =>
      calls([...series(20, 1, 20), ...series(12, 500, 20, { code: 500 }), ...series(10, 800, 20)]),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'endpoint',
      args: {
        node: G1,
        attempts: 12,
        failures: 12,
        usualAttempts: 30,
        usualFailures: 0,
        spanUs: 220_000_000,
        codes: '500',
      },
      frames: [122, 125, 128, 131],
      calls: 12,
    },
  ),
  sparesIn('peer-failure-spike', 'nine failures', () =>
    calls([...series(20, 1, 20), ...series(9, 500, 20, { code: 500 }), ...series(10, 800, 20)]),
  ),
  sparesIn('peer-failure-spike', 'a node that never did better', () =>
    calls([...series(5, 1, 20), ...series(12, 500, 20, { code: 500 })]),
  ),
  sparesIn('peer-failure-spike', 'failures all over the capture', () =>
    calls([...series(40, 1, 40), ...series(20, 11, 80, { code: 500 })]),
  ),
  sparesIn('peer-failure-spike', 'a dialler that finds numbers gone', () =>
    calls([...series(20, 1, 20), ...series(12, 500, 20, { code: 404 }), ...series(10, 800, 20)]),
  ),
];

const cluster = (third: Partial<Placed>): Placed[] => [
  ...series(12, 1, 30, { to: 'g1' }),
  ...series(12, 2, 30, { to: 'g2' }),
  ...series(12, 3, 30, third),
];

const nodes: readonly WireCase[] = [
  firesIn(
    'single-node-of-cluster-bad',
    'the third of three gateways',
    () => calls(cluster({ to: 'g3', code: 500 })),
    {
      severity: 'warning',
      confidence: 'likely',
      scope: 'endpoint',
      args: {
        node: '203.0.113.103:5060',
        client: '198.51.100.20',
        attempts: 12,
        failures: 12,
        others: [G1, '203.0.113.102:5060'],
        otherAttempts: 22,
        otherFailures: 0,
        codes: '500',
      },
      frames: [10, 25, 40, 55],
      calls: 12,
    },
  ),
  firesIn(
    'single-node-of-cluster-bad',
    'a gateway that is dead',
    () => calls(cluster({ to: 'g3', code: 0 })),
    {
      severity: 'warning',
      confidence: 'likely',
      scope: 'endpoint',
      args: { node: '203.0.113.103:5060', attempts: 12, failures: 12, codes: '–' },
      frames: [9, 27, 46, 65],
      calls: 12,
    },
  ),
  sparesIn('single-node-of-cluster-bad', 'three gateways that work', () =>
    calls(cluster({ to: 'g3' })),
  ),
  sparesIn('single-node-of-cluster-bad', 'another network', () =>
    calls(cluster({ to: 'far', code: 500 })),
  ),
  sparesIn('single-node-of-cluster-bad', 'a gateway that failed for half of the time', () =>
    calls([
      ...cluster({ to: 'g3', code: 500 }),
      ...series(9, 400, 30, { to: 'g3' }),
      ...series(12, 401, 30, { to: 'g1' }),
    ]),
  ),
  sparesIn('single-node-of-cluster-bad', 'busy callees', () =>
    calls(cluster({ to: 'g3', code: 486 })),
  ),
  sparesIn('single-node-of-cluster-bad', 'two bad ones of three', () =>
    calls([
      ...series(12, 1, 30, { to: 'g1' }),
      ...series(12, 2, 30, { to: 'g2', code: 500 }),
      ...series(12, 3, 30, { to: 'g3', code: 500 }),
    ]),
  ),
];

/** Rounds of `up` calls of forty seconds, and refusals while they are up. */
const rounds = (count: number, up: number, refusedAt: number, every = 100): Placed[] =>
  Array.from({ length: count }, (_, round) => [
    ...series(up, 1 + round * every, 2, { talk: 40 }),
    { at: 1 + round * every + refusedAt, code: 503 },
  ]).flat();

const ceilings: readonly WireCase[] = [
  firesIn(
    'concurrency-ceiling',
    'each fifth call while four are up',
    () => calls(rounds(4, 4, 10)),
    {
      severity: 'warning',
      confidence: 'likely',
      scope: 'endpoint',
      args: { client: '198.51.100.20', node: G1, limit: 4, refusals: 4, code: 503, accepted: 16 },
      frames: [18, 45, 72, 99],
      calls: 4,
    },
  ),
  sparesIn('concurrency-ceiling', 'a refusal twice', () => calls(rounds(2, 4, 10))),
  sparesIn('concurrency-ceiling', 'a device that is busy with two calls', () =>
    calls(rounds(4, 2, 10)),
  ),
  sparesIn('concurrency-ceiling', 'refusals with fewer calls up as well', () =>
    calls([...rounds(4, 4, 10), ...series(4, 60, 100, { code: 503 })]),
  ),
  sparesIn('concurrency-ceiling', 'a node that took more at another time', () =>
    calls([...rounds(4, 4, 10), ...series(6, 600, 2, { talk: 40 })]),
  ),
  firesIn(
    'cps-ceiling',
    'each sixth call within a second',
    () =>
      calls(
        Array.from({ length: 4 }, (_, round) => [
          ...series(5, 1 + round * 7, 0.1, { talk: 9 + round }),
          { at: 1.7 + round * 7, code: 503 },
        ]).flat(),
      ),
    {
      severity: 'warning',
      confidence: 'likely',
      scope: 'endpoint',
      args: { node: G1, limit: 5, refusals: 4, code: 503, accepted: 20 },
      frames: [22, 45, 78, 111],
      calls: 4,
    },
  ),
  sparesIn('cps-ceiling', 'a refusal at leisure', () =>
    calls([
      ...series(5, 1, 0.1),
      ...series(5, 20, 0.1),
      ...series(5, 40, 0.1),
      ...series(4, 100, 30, { code: 503 }),
    ]),
  ),
];

export const populationCases: readonly WireCase[] = [...spikes, ...nodes, ...ceilings];
