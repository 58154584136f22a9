/** Transfers, calls that end because something broke, and emergency calls. */
import { fires, type RuleCase, spares } from './case.ts';
import { bye, up } from './dialog-flows.ts';

const ALICE = '192.0.2.10:5060';
const BOB = '192.0.2.20:5060';

const refer = `
  +5s alice -> bob REFER
    Refer-To: <sip:1003@example.com>`;
const notify = (state: string, line: string, when = '+20ms'): string => `
  ${when} bob -> alice NOTIFY
    Event: refer
    Subscription-State: ${state}
    Content-Type: message/sipfrag
    | SIP/2.0 ${line}
  +5ms alice -> bob 200 for NOTIFY`;
const accepted = `${refer}\n  +5ms bob -> alice 202${notify('active;expires=60', '100 Trying')}`;

const transfers: RuleCase[] = [
  fires(
    'refer-failed',
    'a device that does not transfer',
    `${up()}${refer}\n  +5ms bob -> alice 603${bye('+9s')}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: {
        how: 'refused',
        transferor: ALICE,
        node: BOB,
        code: 603,
        target: 'sip:1003@example.com',
      },
      frames: [5, 6],
    },
  ),
  fires(
    'refer-failed',
    'a target that is down (golden 19)',
    `${up()}${accepted}${notify('terminated;reason=noresource', '503 Service Unavailable', '+3s')}${bye('+9s')}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'target', code: 503, phrase: 'Service Unavailable', replaces: false },
      frames: [5, 9],
    },
  ),
  fires(
    'refer-failed',
    'a taken over call that is gone',
    `${up()}
    +5s alice -> bob REFER
      Refer-To: <sip:1003@example.com?Replaces=abc%40x%3Bto-tag%3D1%3Bfrom-tag%3D2>
    +5ms bob -> alice 202
    ${notify('terminated;reason=noresource', '481 Call Does Not Exist')}${bye('+9s')}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'target', code: 481, replaces: true, target: 'sip:1003@example.com' },
      frames: [5, 7],
    },
  ),
  fires(
    'refer-failed',
    'nothing that tells how it went',
    `${up()}${refer}\n  +5ms bob -> alice 202${bye('+50s')}`,
    { severity: 'warning', confidence: 'proven', args: { how: 'no-notify', code: 0 }, frames: [5] },
  ),
  spares('refer-failed', 'a transfer that worked', 'healthy-transfer'),
  spares(
    'refer-failed',
    'a transferor that hangs up at once',
    `${up()}${refer}\n  +5ms bob -> alice 202${bye('+1s')}`,
  ),
  spares(
    'refer-failed',
    'a transferor that wants no notification',
    `${up()}${refer}\n    Refer-Sub: false\n  +5ms bob -> alice 200${bye('+50s')}`,
  ),
  spares(
    'refer-failed',
    'a second try that worked',
    `${up()}${refer}\n  +5ms bob -> alice 503${accepted}${notify('terminated;reason=noresource', '200 OK', '+3s')}${bye('+1s')}`,
  ),
  fires(
    'refer-call-lost',
    'a hang-up before the target was found busy',
    `${up()}${accepted}
    +500ms alice -> bob BYE
    +400ms bob -> alice NOTIFY
      Event: refer
      Subscription-State: terminated;reason=noresource
      Content-Type: message/sipfrag
      | SIP/2.0 486 Busy Here
    +5ms alice -> bob 481 for NOTIFY
    +5ms bob -> alice 200 for BYE
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { transferor: ALICE, node: BOB, code: 486, earlyUs: 400_000 },
      frames: [5, 9, 10],
    },
  ),
  spares(
    'refer-call-lost',
    'a hang-up after the failure was told',
    `${up()}${accepted}${notify('terminated;reason=noresource', '486 Busy Here', '+3s')}${bye('+1s')}`,
  ),
];

const endings: RuleCase[] = [
  fires(
    'bye-reason-abnormal',
    'no RTP',
    `${up()}${bye('+31s', 'bob', 'alice', 'Reason: Q.850;cause=16;text="RTP Timeout"')}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: {
        kind: 'media',
        by: BOB,
        protocol: 'Q.850',
        cause: 16,
        text: 'RTP Timeout',
        talkUs: 31_010_000,
      },
      frames: [5],
    },
  ),
  fires(
    'bye-reason-abnormal',
    'a broken RTP connection under an unspecific cause',
    `${up()}${bye('+31s', 'bob', 'alice', 'Reason: Q.850;cause=31;text="RTP Broken Connection"')}`,
    { severity: 'warning', confidence: 'proven', args: { kind: 'media', cause: 31 }, frames: [5] },
  ),
  fires(
    'bye-reason-abnormal',
    'a temporary failure',
    `${up()}${bye('+31s', 'bob', 'alice', 'Reason: Q.850;cause=41')}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { kind: 'network', cause: 41 },
      frames: [5],
    },
  ),
  spares(
    'bye-reason-abnormal',
    'a normal clearing',
    `${up()}${bye('+31s', 'bob', 'alice', 'Reason: Q.850;cause=16;text="Normal call clearing"')}`,
  ),
  spares(
    'bye-reason-abnormal',
    'answered elsewhere',
    `${up()}${bye('+31s', 'bob', 'alice', 'Reason: SIP;cause=200;text="Call completed elsewhere"')}`,
  ),
  fires(
    'emergency-call',
    'the ambulance in Viet Nam',
    `alice -> proxy INVITE sip:115@example.com with sdp
    +5ms proxy -> alice 404
    +1ms alice -> proxy ACK
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'likely',
      args: { service: '115', how: 'digits', code: 404, hasLocation: false },
      frames: [1, 2],
    },
  ),
  fires(
    'emergency-call',
    'a service URN with a location',
    `alice -> proxy INVITE urn:service:sos.police to=urn:service:sos.police with sdp
      Geolocation: <cid:alice@example.com>
    +5ms proxy -> alice 503
    +1ms alice -> proxy ACK
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { service: 'urn:service:sos.police', how: 'urn', hasLocation: true },
      frames: [1, 2],
    },
  ),
  spares(
    'emergency-call',
    'an extension of three digits among others',
    `desk = 192.0.2.44 user=101
    desk -> proxy INVITE sip:115@example.com with sdp
    +5ms proxy -> desk 404
    +1ms desk -> proxy ACK
    +40s capture ends`,
  ),
  spares(
    'emergency-call',
    'a phone that says that it is busy',
    `alice -> bob INVITE sip:112@192.0.2.20 with sdp
    +5ms bob -> alice 488
      User-Agent: Yealink SIP-T46U 108.86.0.20
    +1ms alice -> bob ACK
    +40s capture ends`,
  ),
  spares(
    'emergency-call',
    'one that was answered',
    `alice -> bob INVITE sip:112@192.0.2.20 with sdp
    +50ms bob -> alice 180
    +2s bob -> alice 200 with sdp
    +10ms alice -> bob ACK
    ${bye('+31s')}`,
  ),
];

export const dialogEndingCases: readonly RuleCase[] = [...transfers, ...endings];
