import type { SetupArgs } from '../../../model/rule-args.ts';
import type { TryingTexts } from '../../rule-families.ts';

const HOP =
  '100 Trying is hop-by-hop: it proves that this one node holds the INVITE and says nothing about what lies beyond it.';

const CLOCKS: Readonly<Record<SetupArgs['trying-then-408']['clock'], string>> = {
  'transaction-timeout':
    'The gap fits the 30 to 32 s after which a node gives up on a next hop that returned nothing at all (Timer B), so the silent element is one hop further on.',
  'provisional-then-stall':
    'The gap fits the two minutes that Kamailio and OpenSIPS allow after a provisional response: the next hop did react at first, then stalled.',
  'timer-c':
    'The gap fits Timer C, the three minutes and more that a proxy allows a branch after a provisional response.',
  'short-failover': 'The gap fits a fail-over timer that was shortened on purpose.',
  none: 'The gap fits none of the usual timers.',
};

export const tryingRules: TryingTexts = {
  'trying-capture-ended': {
    summary: 'A call was still at 100 Trying when the capture ended.',
    title: (a, f) =>
      `Still pending at 100 Trying after ${f.duration(a.elapsedUs)}, when the capture stopped.`,
    explanation: (a) =>
      `${a.node} took the INVITE; neither ringing nor a final response was seen before the capture ended. ${HOP} The outcome is unknown, the delay is not.`,
    fix: (a) => [
      `Find out what ${a.node} is waiting for: its next hop, or a DNS, ENUM, database or routing lookup.`,
      'Read the next file of the rotation as well, or capture longer, to see how the call ended.',
    ],
  },
  'trying-then-408': {
    summary: 'A call got nothing but 100 Trying for a long time, then failed.',
    title: (a, f) =>
      `Stuck at 100 Trying for ${f.duration(a.elapsedUs)}, then ${a.code} ${a.phrase}: no ringing was seen.`,
    explanation: (a) => {
      const producer = a.producer === '' ? '' : ` The failure names "${a.producer}" as its sender.`;
      return `${HOP} ${CLOCKS[a.clock]}${producer}`;
    },
    fix: (a) => [
      `Look one hop beyond ${a.node}: capture its outgoing side and find the leg that stays silent.`,
      'Check that next hop with OPTIONS: is it up, is the address right, does a firewall drop the traffic?',
      'Shorten the timer per route and add a second target, so that callers do not wait this long.',
    ],
  },
  'trying-then-cancel': {
    summary: 'The call was cancelled while only 100 Trying had come back.',
    title: (a, f) =>
      `Cancelled after ${f.duration(a.elapsedUs)} without ringing: only 100 Trying was seen.`,
    explanation: (a, f) => {
      const timer =
        a.timerSeconds === null
          ? `${a.canceller} gave up; a caller who hears nothing usually does.`
          : `The CANCEL came from ${a.canceller} at a round ${f.integer(a.timerSeconds)} s, which looks like a timer of a server rather than a person.`;
      return `${timer} ${HOP}`;
    },
    fix: (a, f) => [
      `Find out why ${a.node} got no further: its next hop, or a lookup before it.`,
      ...(a.timerSeconds === null
        ? []
        : [
            `If the far side only needs more time, raise the ${f.integer(a.timerSeconds)} s timer at ${a.canceller}.`,
          ]),
    ],
  },
  'trying-downstream-silent': {
    summary: 'A node said 100 Trying and forwarded the call to a peer that stayed silent.',
    title: (a) =>
      `${a.node} forwarded the call to ${a.silent}, and no response from there was seen.`,
    explanation: (a, f) => {
      const copies = a.copies === 1 ? 'One INVITE' : `${f.integer(a.copies)} copies of the INVITE`;
      return `${copies} went from ${a.node} to ${a.silent} within ${f.duration(a.elapsedUs)}, and that link shows no response. The caller cannot see this: the 100 Trying of ${a.node} stopped its retransmissions and hides the silence behind it.`;
    },
    fix: (a) => [
      `Check ${a.silent}: is the service up, is address, port and transport right?`,
      `Check firewalls and ACLs between ${a.node} and ${a.silent}; try OPTIONS over the same path.`,
      `Give ${a.node} a second target and a shorter timer for this route.`,
    ],
  },
  'trying-downstream-answered-not-relayed': {
    summary: 'The next hop did answer, but the answer was not seen to be passed on.',
    title: (a) =>
      `${a.peer} answered ${a.code} ${a.phrase}, but ${a.node} was not seen to pass it on.`,
    explanation: (a, f) =>
      `The response reached ${a.node}; within ${f.duration(a.waitedUs)} nothing like it was seen going towards the caller, who stayed at 100 Trying. The node in the middle lost or held it: a Via that does not match, a reply route that drops, a restart that forgot the transaction, or a B2BUA that waits for media or PRACK.`,
    fix: (a) => [
      `Read the log of ${a.node} at the time of that response.`,
      'Compare the top Via of the response with the address of the node (received, rport, NAT).',
      'Check reply routes, and on a B2BUA what it waits for (PRACK, media, transcoder).',
    ],
  },
  'trying-not-forwarded': {
    summary: 'A node said 100 Trying and was not seen to forward the call.',
    title: (a) => `${a.node} took the call with 100 Trying and was not seen to forward it.`,
    explanation: (a, f) => {
      const others =
        a.otherCalls === 1 ? 'One other call' : `${f.integer(a.otherCalls)} other calls`;
      return `${others} in this capture do leave ${a.node}, so its outgoing side is visible. For this one nothing followed in ${f.duration(a.elapsedUs)}: the routing logic was blocked or gave up silently, or this call left over an interface that was not captured.`;
    },
    fix: (a) => [
      `Read the log of ${a.node} for this Call-ID: DNS, ENUM, database, HTTP or LCR lookups that hang.`,
      'Bound every lookup with a timeout of a second or two and answer 503 when it fails.',
      'Make sure that all outgoing interfaces were captured.',
    ],
  },
};
