/** Whatever stands in a body: no exception, no growth beyond it, linear time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecsOf } from '../../../src/sip/sdp/codecs.ts';
import { attributeValues, inherited } from '../../../src/sip/sdp/description.ts';
import { directionOf } from '../../../src/sip/sdp/direction.ts';
import { t38ParametersOf } from '../../../src/sip/sdp/fax.ts';
import { candidatesOf, hasIce } from '../../../src/sip/sdp/ice.ts';
import { readMessage } from '../../../src/sip/read.ts';
import { readSdp } from '../../../src/sip/sdp/read.ts';
import { ptimeOf, rtcpOf } from '../../../src/sip/sdp/rtcp.ts';
import { cryptosOf, protectionOf, setupOf } from '../../../src/sip/sdp/security.ts';
import { sdpOf } from '../../../src/sip/sdp/of-message.ts';
import { SAMPLES } from './samples.ts';

/** Everything that can be asked of a description. */
function ask(text: string): void {
  const description = readSdp(text);
  for (const media of description.media) {
    codecsOf(media);
    candidatesOf(media);
    cryptosOf(media);
    t38ParametersOf(media);
    rtcpOf(media);
    attributeValues(media, 'x');
    inherited(description, media, 'x');
    void [directionOf(description, media), protectionOf(description, media)];
    void [hasIce(description, media), ptimeOf(description, media), setupOf(description, media)];
  }
  expect(description.faults.length).toBeLessThanOrEqual(text.length + 6);
}

describe('never throws', () => {
  it('on any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => ask(text)),
      { numRuns: 400 },
    );
  });

  it('on damaged descriptions', () => {
    const whole = Object.values(SAMPLES).join('');
    const damage = fc.record({
      at: fc.nat(whole.length),
      remove: fc.nat(20),
      insert: fc.constantFrom(
        '',
        '\r\n',
        '\r',
        'm=',
        'c=',
        ' ',
        '/',
        ':',
        '=',
        '\0',
        '99999999999',
      ),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (all) => {
        let text = whole;
        for (const { at, remove, insert } of all) {
          text = text.slice(0, at) + insert + text.slice(at + remove);
        }
        ask(text);
      }),
      { numRuns: 300 },
    );
  });
});

/** ms; far above what these sizes take, far below what a quadratic reader would take. */
const LIMIT = 3000;
const SIZE = 1 << 20;

describe('takes linear time', () => {
  it.each([
    'm=audio 1 RTP/AVP 0\r\n',
    'm=audio 1 RTP/AVP ',
    'a=rtpmap:1 a/1\r\n',
    'a=crypto:1 a inline:a;',
    'a=candidate:',
    '1 ',
    '\r\n',
    '\r',
    'c=',
    ' ',
    '0',
  ])('%j', (piece) => {
    const start = performance.now();
    ask(piece.repeat(SIZE / piece.length));
    ask(`${SAMPLES['phone']}${piece.repeat(SIZE / piece.length)}`);
    expect(performance.now() - start).toBeLessThan(LIMIT);
  });

  it.each([
    '--x\r\n',
    '--x',
    '--x\r\nContent-Type: multipart/mixed;boundary=x\r\n\r\n',
    '\r\n',
    '-',
  ])('for parts of %j', (piece) => {
    const head =
      'INVITE sip:b@h SIP/2.0\r\nCall-ID: 1\r\nContent-Type: multipart/mixed;boundary=x\r\n\r\n';
    const bytes = new TextEncoder().encode(head + piece.repeat(SIZE / piece.length));
    const message = readMessage(bytes, 0, bytes.length);
    const start = performance.now();
    if (message !== null) sdpOf(message);
    expect(performance.now() - start).toBeLessThan(LIMIT);
  });
});
