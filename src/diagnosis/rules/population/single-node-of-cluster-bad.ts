import type { CallMark, CaptureFinding, CaptureRule } from '../../overall/capture-rule.ts';
import { askedOf, codesOf, failuresOf, waysByClient, type Asked } from '../../overall/peers.ts';
import type { Way } from '../../overall/traffic.ts';
import type { PacketProof } from '../../rule.ts';

/** Calls that a bad node, and its siblings together, must have been asked to take. */
const FEWEST = 10;
const FEWEST_SIBLINGS = 20;
/** Shares of failures: a node that worked for half of the time had an incident (`peer-failure-spike`). */
const BAD = 0.8;
const GOOD = 0.1;
const MAX_SHOWN = 4;
const MAX_NAMES = 4;

/**
 * One client spreads calls over nodes of one network and port, as DNS or a dispatcher list gives them (RFC 3263 §4.2); one node fails nearly all
 * of its calls while the others, in the same time, fail hardly any. Nodes that merely stand in one network are told apart by the
 * share of calls: each of them takes at least a tenth of what the bad one is asked.
 */
export const singleNodeOfClusterBad: CaptureRule<'single-node-of-cluster-bad'> = {
  id: 'single-node-of-cluster-bad',
  severity: 'warning',
  tier: 'routing',
  check({ traffic }) {
    const found: CaptureFinding<'single-node-of-cluster-bad'>[] = [];
    for (const ways of waysByClient(traffic).values()) {
      for (const cluster of clustersOf(ways)) found.push(...badOf(cluster));
    }
    return found;
  },
};

/** Nodes with one port in one IPv4 network of 256 addresses. */
function clustersOf(ways: readonly Way[]): Way[][] {
  const clusters = new Map<string, Way[]>();
  for (const way of ways) {
    const network = /^\d+\.\d+\.\d+\./.exec(way.server.address)?.[0];
    if (network === undefined) continue;
    const key = `${network} ${way.server.port}`;
    const same = clusters.get(key);
    if (same === undefined) clusters.set(key, [way]);
    else same.push(way);
  }
  return [...clusters.values()].filter(({ length }) => length > 1);
}

function badOf(cluster: readonly Way[]): CaptureFinding<'single-node-of-cluster-bad'>[] {
  const nodes = cluster.map((way) => {
    const asked = askedOf([way]);
    return { way, asked, failures: failuresOf(asked) };
  });
  const [bad, ...more] = nodes.filter(
    ({ asked, failures }) => asked.length >= FEWEST && failures.length >= BAD * asked.length,
  );
  if (bad === undefined || more.length > 0) return [];
  const first = (bad.asked[0] as Asked).time;
  const last = (bad.asked.at(-1) as Asked).time;
  const siblings = nodes
    .filter((node) => node !== bad && 10 * node.asked.length >= bad.asked.length)
    .map(({ way, asked }) => ({
      way,
      asked: asked.filter(({ time }) => time >= first && time <= last),
    }));
  const others = siblings.flatMap(({ asked }) => asked);
  const otherFailures = failuresOf(others).length;
  if (others.length < FEWEST_SIBLINGS || otherFailures > GOOD * others.length) return [];
  const { way, asked, failures } = bad;
  const marks = new Set(failures.map(({ mark }) => mark));
  return [
    {
      rule: 'single-node-of-cluster-bad',
      severity: 'warning',
      confidence: 'likely',
      status: 'present',
      scope: 'endpoint',
      args: {
        node: way.server.name,
        client: way.client,
        attempts: asked.length,
        failures: failures.length,
        others: siblings.map((one) => one.way.server.name).slice(0, MAX_NAMES),
        otherAttempts: others.length,
        otherFailures,
        codes: codesOf(failures),
      },
      evidence: failures.slice(0, MAX_SHOWN).map(({ proof }) => proof) as [
        PacketProof,
        ...PacketProof[],
      ],
      calls: [...marks].filter((mark): mark is CallMark => mark !== null),
    },
  ];
}
