import { describe, expect, it } from 'vitest';
import { capture } from '../helpers/wire.ts';
import { ethernet, ipv4, udp } from '../network/packet-bytes.ts';
import { analysed } from '../shapes/analysed.ts';

const SSRC = [0, 0, 0, 7];

/** Under which name a UDP payload between these ports is counted. */
function nameOf(bytes: readonly number[], from = 40_000, to = 40_002): string[] {
  const packet = ethernet(0x0800, ipv4(udp(Uint8Array.from(bytes), { from, to })));
  const report = analysed(capture('', [{ at: 0, bytes: packet }]));
  return report.sources[0]?.unread.map(({ reason }) => reason) ?? [];
}

const rtp = [0x80, 0x08, 0, 1, 0, 0, 0, 160, ...SSRC];

describe('a UDP payload that is not SIP', () => {
  it.each([
    ['rtp', rtp],
    ['rtp', [0x80, 0x88, 0, 1, 0, 0, 0, 160, ...SSRC]],
    ['rtcp', [0x80, 200, 0, 6, ...SSRC]],
    ['stun', [0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['keep-alive', [13, 10, 13, 10]],
    ['keep-alive', [0, 0, 0, 0]],
    ['keep-alive', []],
    ['dtls', [22, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]],
  ])('is counted as %s', (name, bytes) => {
    expect(nameOf(bytes)).toEqual([name]);
  });

  it.each([
    ['too short for RTP', rtp.slice(0, 11)],
    ['of the version before RTP', [0x40, ...rtp.slice(1)]],
    ['STUN without its cookie', [0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x43, ...rtp]],
    ['a word between line ends', [13, 10, 65, 13, 10]],
    ['too many zeros for a keep-alive', [0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['fax over UDPTL', [0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ])('is just that when it is %s', (_, bytes) => {
    expect(nameOf(bytes)).toEqual(['udp-not-sip']);
  });

  it('is no media on a well-known port: a DNS message begins with any byte', () => {
    expect(nameOf([0x80, 0x08, 1, 0, ...rtp], 40_000, 53)).toEqual(['udp-not-sip']);
  });
});
