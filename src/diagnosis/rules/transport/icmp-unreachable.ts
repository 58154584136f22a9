import type { CaptureRule } from '../../overall/capture-rule.ts';
import { proofsOf, untold } from '../../overall/untold.ts';
import type { Judged, Transaction } from '../../../call/types.ts';
import type { Unreachable } from '../../../model/rule-args.ts';
import type { Message } from '../../../sip/message.ts';
import type { BelowSip } from '../../below-sip.ts';
import { requestOf, shown } from '../../evidence.ts';
import { glance } from '../../facts/glance.ts';
import { packetOf, reporterOf } from '../../facts/packets.ts';
import { EVERY_KIND } from '../../facts/syntax.ts';
import { lastCopyOf, nameOfLost, openTransactions, wasSaved } from '../../facts/undelivered.ts';
import { unreachable } from '../../facts/unreachable.ts';
import type { Finding, Rule } from '../../rule.ts';

/** An ICMP error comes back within this time, µs: routers wait for an ARP answer before they give up. */
const RETURN_TIME = 5_000_000;

/** An ICMP error quotes a message of this conversation: it did not arrive (RFC 3261 §18.4). */
export const icmpUnreachable: Rule<'icmp-unreachable'> = {
  id: 'icmp-unreachable',
  severity: 'error',
  tier: 'transport',
  kinds: EVERY_KIND,
  applies(conversation) {
    const { open, requestUnseen } = glance(conversation);
    return open || requestUnseen;
  },
  check(conversation, { below }) {
    if (below.facts.length === 0) return [];
    const found: Finding<'icmp-unreachable'>[] = [];
    for (const hop of openTransactions(conversation)) {
      found.push(...requestLost(conversation, hop, below), ...responseLost(hop, below));
    }
    const [worst] = found.sort((a, b) => rank(a) - rank(b));
    return worst === undefined ? [] : [worst];
  },
};

function rank({ severity }: Finding): number {
  return severity === 'error' ? 0 : severity === 'warning' ? 1 : 2;
}

type Icmp = ReturnType<typeof icmpAbout>[number];

/** Errors about what `from` sent to `to` from the first to the last copy of a message. */
function icmpAbout(
  below: BelowSip,
  [from, to]: readonly [Transaction['client'], Transaction['client']],
  first: number,
  last: number,
) {
  return below
    .between('icmp-unreachable', from, to)
    .filter(({ fact }) => fact.lastTime >= first && fact.time <= last + RETURN_TIME);
}

function requestLost(
  conversation: Judged,
  hop: Transaction,
  below: BelowSip,
): Finding<'icmp-unreachable'>[] {
  const { client, server, responses } = hop;
  const { request } = hop;
  if (request === null) return [];
  for (const one of icmpAbout(below, [client, server], request.time, lastCopyOf(hop))) {
    const lost = nameOfLost(one.fact.startLine);
    if (/^\d/.test(lost)) continue;
    if (one.fact.count === 1 && lost !== '' && lost !== request.method) continue;
    const why = unreachable(one.fact);
    if (why === null) continue;
    const recovered = responses.length > 0;
    const saved = recovered || wasSaved(conversation, hop);
    return [finding(one, why, hop, { lost: request.method, recovered, saved })];
  }
  return [];
}

/** The answer went where nobody listens: who asked has gone, or its Via names a port that it did not send from. */
function responseLost(hop: Transaction, below: BelowSip): Finding<'icmp-unreachable'>[] {
  const { responses, repeatedResponses } = hop;
  const [first] = responses;
  if (first === undefined) return [];
  const last = (repeatedResponses.at(-1) ?? responses.at(-1) ?? first).time;
  for (const one of icmpAbout(below, [first.sender, first.receiver], first.time, last)) {
    const lost = nameOfLost(one.fact.startLine);
    if (lost !== '' && !/^\d/.test(lost)) continue;
    const why = unreachable(one.fact);
    if (why === null) continue;
    const name = lost || String(first.status);
    return [finding(one, why, hop, { lost: name, recovered: false, saved: false })];
  }
  return [];
}

function finding(
  one: Icmp,
  why: Unreachable,
  hop: Transaction,
  { lost, recovered, saved }: { lost: string; recovered: boolean; saved: boolean },
): Finding<'icmp-unreachable'> {
  const { fact, from, to } = one;
  const message = /^\d/.test(lost) ? shown(hop.responses[0] as Message) : requestOf(hop);
  const icmp = packetOf(one);
  return {
    rule: 'icmp-unreachable',
    severity: recovered ? 'info' : saved ? 'warning' : 'error',
    confidence: 'proven',
    status: 'present',
    scope: saved ? 'leg' : 'call',
    args: {
      target: to.name,
      sender: from.name,
      reporter: reporterOf(fact).name,
      why,
      code: icmp.what,
      lost,
      count: fact.count,
      recovered,
    },
    evidence: [message, icmp],
  };
}

/** Errors about SIP that no conversation was seen to suffer from. */
export const icmpUnreachableAlone: CaptureRule<'icmp-unreachable'> = {
  id: 'icmp-unreachable',
  severity: 'warning',
  tier: 'transport',
  check(notes, { below }) {
    const groups = untold('icmp-unreachable', below, notes, ({ fact, to }) => {
      const why = fact.sip ? unreachable(fact) : null;
      return why === null ? null : `${to.name} ${why} ${reporterOf(fact).name}`;
    });
    return groups.map((group) => {
      const { fact, from, to } = group[0] as Icmp;
      const evidence = proofsOf(group);
      return {
        rule: 'icmp-unreachable',
        severity: 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'endpoint',
        args: {
          target: to.name,
          sender: from.name,
          reporter: reporterOf(fact).name,
          why: unreachable(fact) ?? 'other',
          code: evidence[0].what,
          lost: nameOfLost(fact.startLine),
          count: group.reduce((sum, one) => sum + one.fact.count, 0),
          recovered: false,
        },
        evidence,
        calls: [],
      };
    });
  },
};
