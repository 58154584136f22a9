import type { CaptureArgs, Twice } from '../../../model/rule-args.ts';
import type { CaptureTexts } from '../../rule-families.ts';

const TWICE: Readonly<Record<Twice, string>> = {
  files: 'the files come from several capture points',
  point: 'at another interface, VLAN or tunnel',
  hops: 'before and behind a router',
  addresses: 'before and behind a NAT or a bridge',
  nothing: 'both directions of a mirror port, or -i any',
};

const lossOf = (
  a: CaptureArgs['capture-packet-loss'],
  f: { integer(n: number): string; list(items: readonly string[]): string },
): string =>
  f.list([
    ...(a.dropped > 0
      ? [
          `${f.integer(a.dropped)} ${a.dropped === 1 ? 'packet was' : 'packets were'} dropped by the capturing side`,
        ]
      : []),
    ...(a.gaps > 0
      ? [`${f.integer(a.gaps)} ${a.gaps === 1 ? 'hole' : 'holes'} in the streams`]
      : []),
    ...(a.orphans > 0
      ? [
          `${f.integer(a.orphans)} of ${f.integer(a.responses)} responses ${a.orphans === 1 ? 'has' : 'have'} no request`,
        ]
      : []),
  ]);

export const captureRules: CaptureTexts = {
  'capture-duplicate-packets': {
    summary: 'Many SIP messages were captured twice.',
    title: (a, f) =>
      `${f.integer(a.duplicates)} of ${f.integer(a.messages)} SIP messages ${a.duplicates === 1 ? 'was' : 'were'} captured twice: ${TWICE[a.twice]}.`,
    explanation: (a, f) =>
      `The copies are ${f.duration(a.apartUs)} apart; they are no retransmissions and are not counted as such.`,
    fix: () => [
      'Filter by interface or VLAN, or mirror one direction of each port.',
      'If the places are meant, name them apart: the delay between them is then worth reading.',
    ],
  },
  'capture-one-way': {
    summary: 'Only one direction of a link was captured.',
    title: (a, f) =>
      a.links > 1
        ? `Only one direction was captured on ${f.integer(a.links)} links, as between ${a.from} and ${a.to}.`
        : `Only the direction from ${a.from} to ${a.to} was captured.`,
    explanation: (a, f) =>
      a.what === 'requests'
        ? `${f.integer(a.packets)} requests go ${a.links > 1 ? 'over them' : 'there'} and no response was seen, yet ${a.links > 1 ? 'the senders go on as if they' : 'the sender goes on as if it'} had been answered. What did not come back cannot be told from what was not captured.`
        : `${f.integer(a.packets)} responses go ${a.links > 1 ? 'over them' : 'there'} and the requests that they answer were not seen.`,
    fix: () => [
      'Capture both directions: mirror receive and transmit of the port, and look for asymmetric routes.',
      'Check the capture filter: "dst port 5060" lets only one direction through; "port 5060" lets both.',
    ],
  },
  'capture-starts-midcall': {
    summary: 'Calls were under way before the capture began.',
    title: (a, f) =>
      `${f.integer(a.calls)} ${a.calls === 1 ? 'call was' : 'calls were'} already under way when the capture began.`,
    explanation: () =>
      'Their INVITE is missing, so how they were set up, and their media offer, are unknown; they are in no ratio.',
    fix: () => ['Read the file before this one of the rotation as well.'],
  },
  'capture-ends-before-outcome': {
    summary: 'Calls were not over when the capture ended.',
    title: (a, f) => {
      const parts = [
        ...(a.pending > 0 ? [`${f.integer(a.pending)} not yet answered or refused`] : []),
        ...(a.up > 0 ? [`${f.integer(a.up)} answered and still up`] : []),
      ];
      const count = a.pending + a.up;
      const open = `${f.integer(count)} ${count === 1 ? 'call was' : 'calls were'} not over when the capture ended: ${f.list(parts)}.`;
      const torn = 'The file ends in the middle of a packet; what that packet carried is missing.';
      return [...(count > 0 ? [open] : []), ...(a.torn ? [torn] : [])].join(' ');
    },
    explanation: (a) =>
      a.pending + a.up === 0
        ? 'The lost packet may have held a message, and nothing that came after it was kept.'
        : 'How they ended is unknown. Set-ups that were still pending count as neither success nor failure.',
    fix: (a) => [
      ...(a.torn
        ? ['Stop the capture before copying its file, and check that the copy is whole.']
        : []),
      'Read the next file of the rotation as well, or capture longer.',
    ],
  },
  'capture-packet-loss': {
    summary: 'The capture itself lost packets.',
    title: (a, f) => `The capture is not complete: ${lossOf(a, f)}.`,
    explanation: () =>
      'What was not captured looks like what did not happen. Findings that rest on a missing message are therefore "likely" at best.',
    fix: () => [
      'Capture with a filter for signalling alone, a larger buffer (tcpdump -B), and onto a fast disk.',
      'Use a tap instead of a mirror port that carries more than its link can.',
    ],
  },
  'capture-snaplen-truncated': {
    summary: 'SIP messages were cut by the snap length of the capture.',
    title: (a, f) =>
      `${f.integer(a.cut)} of ${f.integer(a.messages)} SIP messages ${a.cut === 1 ? 'was' : 'were'} cut by the snap length.`,
    explanation: (a, f) =>
      `Of the first one, ${f.integer(a.captured)} of ${f.integer(a.onWire)} bytes were kept. Header fields and media descriptions behind the cut are unknown; no fault is looked for there.`,
    fix: () => ['Capture whole packets: tcpdump -s 0, or "limit each packet" off in Wireshark.'],
  },
  'capture-clock-skew': {
    summary: 'The clocks of two captures disagree.',
    title: (a, f) =>
      `The clock of ${a.behind} is ${f.duration(a.offsetUs)} behind that of ${a.other}.`,
    explanation: (a, f) =>
      `${f.integer(a.pairs)} messages were seen in both, some of them earlier where they arrived than where they came from. The estimate is good to ${f.duration(a.spreadUs)}. Times across the two files, and the order of their messages, are off by that much.`,
    fix: () => [
      'Synchronise both hosts by NTP or PTP before the next capture.',
      'Until then shift one file (editcap -t) by the difference and read both again.',
    ],
  },
  'capture-out-of-order-timestamps': {
    summary: 'Time steps back within the file.',
    title: (a, f) =>
      `Time steps back ${a.steps === 1 ? 'once' : `${f.integer(a.steps)} times`}, by up to ${f.duration(a.largestUs)}.`,
    explanation: () =>
      'Messages are put in the order of their time; where the clock itself was set back, that order and the delays are not to be trusted.',
    fix: () => [
      'If files were joined: join them by time (mergecap without -a), or sort them with reordercap.',
      'If the clock was set during the capture: let NTP slew it instead of stepping it.',
    ],
  },
  'capture-encrypted-only': {
    summary: 'Signalling is encrypted, and nothing of it could be read.',
    title: (a, f) =>
      a.how === 'tls'
        ? `${f.integer(a.count)} TLS ${a.count === 1 ? 'connection' : 'connections'} to ${f.list(a.servers)} could not be read.`
        : `${f.integer(a.count)} IPsec packets could not be read, and no SIP was found beside them.`,
    explanation: (a) =>
      `${a.serverName === '' ? '' : `The client asked for ${a.serverName}. `}The content is encrypted and no key for it was given, so that no SIP is seen says nothing about the calls.`,
    fix: (a) =>
      a.how === 'tls'
        ? [
            'Give the TLS keys: --keylog with the SSLKEYLOGFILE of one of the two ends.',
            'Or capture where it is decrypted: at the proxy itself, or by HEP from it.',
          ]
        : ['Capture inside the tunnel, or where it ends.'],
  },
};
