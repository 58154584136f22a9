/** Ordinary traffic gives no syntax fault: every message of the shared captures, with the few that are really at fault. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sniffCapture } from '../../src/capture/formats.ts';
import type { Payload } from '../../src/model/packet.ts';
import { UnreadTally } from '../../src/model/unread.ts';
import { PacketDecoder } from '../../src/network/decoder.ts';
import { readPayload } from '../../src/sip/read.ts';
import { loadGrammar, syntaxFaults } from '../../src/sip/syntax.ts';
import { CORPUS_MISSING, corpusExists, corpusFiles } from '../capture/corpus-files.ts';
import { describeFault } from './cases/describe-message.ts';

if (!corpusExists()) console.log(CORPUS_MISSING);

beforeAll(loadGrammar);

const NO_MAX_FORWARDS = 'warning missing-mandatory-header Max-Forwards';
/** Not written by a SIP stack. */
const BARE = 'error missing-mandatory-header Via, From, To, Call-ID, CSeq';
/** Backslashes from a shell script stand before the quotes on the wire. */
const BACKSLASHES = 'error malformed-message unbalanced-quotes From';
/** The core network wrote `@<null>` where a domain belongs. */
const NULL_DOMAIN = 'warning malformed-message grammar P-Asserted-Identity';

/** The deviations that really stand in the captures, each seen with the eye. */
const AT_FAULT: Readonly<Record<string, readonly string[]>> = {
  'NormB-sipnab/DTMFsipinfo.pcap': ['info branch-no-cookie'],
  'NormB-sipnab/metasploit-sip-invite-spoof.pcap': ['info branch-no-cookie'],
  'NormB-sipnab/udp_5060.pcap': [BARE],
  'OISF-suricata-verify/public-cloudshark-sip-s0.pcap': [NO_MAX_FORWARDS],
  'OISF-suricata-verify/sdp.pcap': [BACKSLASHES],
  'OISF-suricata-verify/sip_compact_form.pcap': [BACKSLASHES],
  'irontec-sngrep/aaa.pcap': [NO_MAX_FORWARDS],
  'irontec-sngrep/ipip.pcap': [NO_MAX_FORWARDS],
  // Content-Type twice in one 200, with the same value.
  'irontec-sngrep/ipv6frag.pcap': ['warning malformed-message repeated-field Content-Type'],
  'open5gs-open5gs/nonipsec_to_ipsec_call.pcapng': [NULL_DOMAIN],
  'open5gs-open5gs/volte.pcapng': [NULL_DOMAIN],
  // Edited by hand: two messages end before the empty line.
  'seladb-PcapPlusPlus/sip_reqs.pcap': [
    'error malformed-message no-empty-line',
    'info branch-no-cookie',
    NO_MAX_FORWARDS,
  ],
  'sipcapture-heplify/rtp_rtcp_sip_ipv4_udp.pcap': [NO_MAX_FORWARDS],
  'zeek-zeek/invalid-content-length.pcap': [
    'error malformed-message number Content-Length',
    'error missing-mandatory-header Contact',
    'error missing-mandatory-header Max-Forwards, Contact',
  ],
  'zeek-zeek/sip-junk-before-request.pcap': [`${BARE}, Max-Forwards`],
  'zeek-zeek/sip-long-request-response-paths.pcap': [NO_MAX_FORWARDS],
};

/** Fuzzed on purpose: only that it is read counts. */
const FUZZED = /fuzz-/;

function faultsIn(path: string): string[] {
  const found = new Set<string>();
  const unread = new UnreadTally();
  const decoder = new PacketDecoder({
    unread,
    payloads: {
      payload(payload: Payload) {
        const message = readPayload(payload);
        for (const fault of message === null ? [] : syntaxFaults(message))
          found.add(describeFault(fault));
      },
    },
  });
  const bytes = new Uint8Array(readFileSync(path));
  const capture = sniffCapture(bytes)?.open(decoder, unread);
  capture?.push(bytes);
  capture?.end();
  decoder.end();
  return [...found].toSorted();
}

const ROOT = '/corpus/captures/';

describe.runIf(corpusExists())('the captures of the corpus', () => {
  const files = corpusFiles('captures').map((path) => ({
    path,
    name: path.slice(path.indexOf(ROOT) + ROOT.length),
  }));

  it.each(files)('$name', ({ path, name }) => {
    const faults = faultsIn(path);
    // A fault of a message that no layer reads yet may be missing; none may be added.
    const known = AT_FAULT[name] ?? [];
    if (!FUZZED.test(name)) expect(faults.filter((fault) => !known.includes(fault))).toEqual([]);
  });

  it('still show the faults they have', () => {
    const shown = files.flatMap(({ path }) => faultsIn(path));
    expect(shown).toEqual(
      expect.arrayContaining([BARE, BACKSLASHES, NULL_DOMAIN, NO_MAX_FORWARDS]),
    );
  });
});
