/** Session timers, re-INVITEs and UPDATEs. */
import { fires, type RuleCase, spares } from './case.ts';
import { bye, up } from './dialog-flows.ts';

const ALICE = '192.0.2.10:5060';
const BOB = '192.0.2.20:5060';
const timer = (value: string): string => up(`Session-Expires: ${value}`);

const timers: RuleCase[] = [
  fires(
    'session-timer-expiry',
    'an UPDATE that was refused at half the interval',
    `${timer('1800;refresher=uac')}
    +900s alice -> bob UPDATE
    +5ms bob -> alice 408
    ${bye('@1770.05s', 'bob', 'alice')}`,
    {
      severity: 'error',
      confidence: 'likely',
      args: {
        sessionSeconds: 1800,
        refresher: 'uac',
        by: BOB,
        attempts: ['UPDATE 408'],
        afterUs: 1_768_000_000,
      },
      frames: [3, 5, 6, 7],
    },
  ),
  fires(
    'session-timer-expiry',
    'no refresh at all, and a hang-up when the interval is over',
    `${timer('1800;refresher=uas')}${bye('@1802.05s')}`,
    {
      severity: 'error',
      confidence: 'likely',
      args: { attempts: [], by: ALICE, afterUs: 1_800_000_000 },
      frames: [3, 5],
    },
  ),
  fires(
    'session-timer-expiry',
    'a BYE that says so',
    `${timer('1800')}${bye('+700s', 'bob', 'alice', 'Reason: SIP;cause=408;text="Session timeout"')}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { reason: 'Session timeout' },
      frames: [3, 5],
    },
  ),
  spares('session-timer-expiry', 'a talk that ends between', `${timer('1800')}${bye('@1700s')}`),
  spares('session-timer-expiry', 'no session timer', `${up()}${bye('@1802.05s')}`),
  spares(
    'session-timer-expiry',
    'a refresh that got through',
    `${timer('1800;refresher=uac')}
    +900s alice -> bob UPDATE
    +5ms bob -> alice 200
    Session-Expires: 1800;refresher=uac
    ${bye('@1802.05s')}`,
  ),
  spares(
    'session-timer-expiry',
    'a short interval, where a minute of talk is no sign',
    `${timer('90;refresher=uac')}${bye('@62.05s')}`,
  ),
  fires(
    'session-timer-violations',
    'a caller that is to refresh and cannot',
    `${up('Session-Expires: 1800;refresher=uac', 'Supported: 100rel')}${bye('+1000s')}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'unable', node: BOB, sessionSeconds: 1800 },
      frames: [1, 3],
    },
  ),
  fires(
    'session-timer-violations',
    'an interval under the least allowed',
    `${timer('60;refresher=uac')}${bye('+50s')}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'too-short', limitSeconds: 90 },
      frames: [1, 3],
    },
  ),
  fires(
    'session-timer-violations',
    'an interval under Min-SE',
    `${up('Session-Expires: 300;refresher=uas', 'Min-SE: 600')}${bye('+200s')}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'below-minimum', sessionSeconds: 300, limitSeconds: 600 },
      frames: [1, 3],
    },
  ),
  fires(
    'session-timer-violations',
    'a longer interval than asked for',
    `${up('Session-Expires: 3600;refresher=uas', 'Session-Expires: 1800')}${bye('+2000s')}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'raised', sessionSeconds: 3600, limitSeconds: 1800 },
      frames: [1, 3],
    },
  ),
  fires('session-timer-violations', 'nobody named', `${timer('1800')}${bye('+1000s')}`, {
    severity: 'warning',
    confidence: 'proven',
    args: { how: 'no-refresher' },
    frames: [1, 3],
  }),
  fires(
    'session-timer-violations',
    'a second 422',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +5ms bob -> alice 422
      Min-SE: 300
    +1ms alice -> bob ACK
    +5ms alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +5ms bob -> alice 422
      Min-SE: 600
    +1ms alice -> bob ACK
    +5ms alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +5ms bob -> alice 180
    +1s bob -> alice 200 with sdp
    +5ms alice -> bob ACK
    ${bye('+10s')}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'refused-again', refusals: 2, limitSeconds: 600 },
      frames: [2, 5],
    },
  ),
  spares(
    'session-timer-violations',
    'a refresh that was tried',
    `${up('Session-Expires: 1800;refresher=uac', 'Supported: 100rel')}
    +900s alice -> bob UPDATE
    +5ms bob -> alice 408
    ${bye('+100s')}`,
  ),
  spares('session-timer-violations', 'a talk of a minute', `${timer('1800')}${bye('+60s')}`),
  spares(
    'session-timer-violations',
    'all as it should be, though nobody refreshed',
    `${timer('1800;refresher=uas')}${bye('+1000s')}`,
  ),
  spares(
    'session-timer-violations',
    'one 422',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +5ms bob -> alice 422
      Min-SE: 300
    +1ms alice -> bob ACK
    +5ms alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +5ms bob -> alice 180
    +1s bob -> alice 200 with sdp
    +5ms alice -> bob ACK
    ${bye('+10s')}`,
  ),
];

const again = (code: string, sdp = 'with sdp(PCMU)'): string => `
  +5s alice -> bob INVITE ${sdp}
  +5ms bob -> alice ${code}
  +2ms alice -> bob ACK`;

const changes: RuleCase[] = [
  fires('reinvite-failed', 'another codec', `${up()}${again('488')}${bye('+60s')}`, {
    severity: 'warning',
    confidence: 'proven',
    args: { method: 'INVITE', asker: ALICE, node: BOB, code: 488, purpose: 'codec', ended: false },
    frames: [5, 6],
  }),
  fires(
    'reinvite-failed',
    'hold, after which the caller gives up',
    `${up()}${again('500', 'with sdp(PCMA sendonly)')}${bye('+2s')}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { purpose: 'hold', code: 500, ended: true },
      frames: [5, 6],
    },
  ),
  fires(
    'reinvite-failed',
    'an UPDATE that only refreshes',
    `${up()}
    +5s alice -> bob UPDATE
    +5ms bob -> alice 503
    ${bye('+60s')}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { method: 'UPDATE', purpose: 'refresh', code: 503 },
      frames: [5, 6],
    },
  ),
  fires(
    'reinvite-failed',
    'a refresh without which the session runs out',
    `${timer('1800;refresher=uac')}
    +900s alice -> bob UPDATE
    +5ms bob -> alice 500
    ${bye('@1770.05s', 'bob', 'alice')}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { purpose: 'refresh', code: 500, ended: true, expiredUs: 867_985_000 },
      frames: [5, 6, 7],
    },
  ),
  fires(
    'reinvite-failed',
    'a refresh that was refused, and somebody hangs up before the session is over',
    `${timer('1800;refresher=uac')}
    +900s alice -> bob UPDATE
    +5ms bob -> alice 500
    ${bye('@1300s')}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { purpose: 'refresh', ended: false, expiredUs: 0 },
      frames: [5, 6],
    },
  ),
  fires(
    'reinvite-failed',
    'an offer from the other side wanted',
    `${up()}${again('400', '')}${bye('+60s')}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { purpose: 'offerless' },
      frames: [5, 6],
    },
  ),
  spares(
    'reinvite-failed',
    'a second try that worked',
    `${up()}${again('488')}${again('200 with sdp(PCMA)', 'with sdp(PCMA)')}${bye('+60s')}`,
  ),
  spares('reinvite-failed', 'glare', `${up()}${again('491')}${bye('+60s')}`),
  spares(
    'reinvite-failed',
    'the hang-up of the other side, which it crossed',
    `${up()}
    +5s alice -> bob INVITE with sdp(PCMU)
    +1ms bob -> alice BYE
    +5ms bob -> alice 500 for INVITE
    +2ms alice -> bob ACK
    +2ms alice -> bob 200 for BYE
    +40s capture ends`,
  ),
  fires(
    'reinvite-no-answer',
    'a NAT binding that is gone',
    `${up()}
    +300s bob -> alice INVITE with sdp(PCMA)
    retransmit x6 A
    +32s bob -> alice BYE
    retransmit x10 E
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { asker: BOB, target: ALICE, copies: 7, ended: true },
      frames: [5],
    },
  ),
  fires(
    'reinvite-no-answer',
    'a capture that ends during the copies',
    `${up()}
    +300s alice -> bob INVITE with sdp(PCMA sendonly)
    retransmit x3 A
    +10s capture ends`,
    { severity: 'error', confidence: 'likely', args: { purpose: 'hold', copies: 4 }, frames: [5] },
  ),
  spares(
    'reinvite-no-answer',
    'an answer after two copies',
    `${up()}
    +5s alice -> bob INVITE with sdp(PCMA)
    retransmit x2 A
    +2s bob -> alice 200 with sdp(PCMA)
    +2ms alice -> bob ACK
    ${bye('+60s')}`,
  ),
  spares(
    'reinvite-no-answer',
    'a phone that asks its user first',
    `${up()}
    +5s alice -> bob INVITE with sdp(PCMA)
    retransmit x3 A
    +3s bob -> alice 100
    +60s capture ends`,
  ),
  spares(
    'reinvite-no-answer',
    'a capture that ends at once',
    `${up()}
    +5s alice -> bob INVITE with sdp(PCMA)
    +1s capture ends`,
  ),
  fires(
    'update-not-allowed',
    'an element that never named it',
    `${up('Allow: INVITE, ACK, BYE, CANCEL')}
    +5s alice -> bob UPDATE
    +5ms bob -> alice 405
      Allow: INVITE, ACK, BYE, CANCEL
    ${bye('+60s')}`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { asker: ALICE, node: BOB, code: 405, advertised: false, purpose: 'refresh' },
      frames: [3, 5, 6],
    },
  ),
  spares(
    'update-not-allowed',
    'a re-INVITE instead',
    `${up('Allow: INVITE, ACK, BYE, CANCEL')}
    +5s alice -> bob UPDATE
    +5ms bob -> alice 405
    ${again('200 with sdp(PCMA)', 'with sdp(PCMA)')}
    ${bye('+60s')}`,
  ),
];

export const dialogSessionCases: readonly RuleCase[] = [...timers, ...changes];
