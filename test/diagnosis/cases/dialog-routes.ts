/** Where requests of a dialog went. */
import { fires, type RuleCase, spares } from './case.ts';
import { direct, relayed } from './dialog-flows.ts';

const ALICE = '192.0.2.10:5060';
const BOB = '192.0.2.20:5060';
const PROXY = '198.51.100.1:5060';

export const dialogRouteCases: readonly RuleCase[] = [
  fires(
    'route-set-lost',
    'a phone that forgets the route',
    `${relayed}
    +20s alice -> proxy BYE
      -Route
    +2ms proxy -> alice 404 "Not here"
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { method: 'BYE', sender: ALICE, node: PROXY, found: '', expected: PROXY, code: 404 },
      frames: [7, 10, 11],
    },
  ),
  fires(
    'route-set-lost',
    'the called side forgets it too',
    `${relayed}
    +20s bob -> proxy BYE
      Route: <sip:203.0.113.250;lr>
    +2ms proxy -> bob 404 "Not here"
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { sender: BOB, found: '203.0.113.250:5060', expected: PROXY },
      frames: [3, 10, 11],
    },
  ),
  spares(
    'route-set-lost',
    'a proxy that finds its way without',
    `${relayed}
    +20s alice -> proxy BYE
      -Route
    proxy -> bob BYE
    +2ms bob -> proxy 200
    proxy -> alice 200
    +40s capture ends`,
  ),
  spares(
    'route-set-lost',
    'one that got there without, and another that failed on the route',
    `${relayed}
    +20s alice -> proxy INFO
      -Route
    +2ms proxy -> alice 200
    +20s alice -> proxy BYE
    +2ms proxy -> alice 404 "Not here"
    +40s capture ends`,
  ),
  spares(
    'route-set-lost',
    'a failure on the recorded route',
    `${relayed}
    +20s alice -> proxy BYE
    +2ms proxy -> alice 404 "Not here"
    +40s capture ends`,
  ),
  fires(
    'in-dialog-bypasses-proxy',
    'a hang-up that goes straight to the other side',
    `${relayed}
    +20s alice -> bob BYE
      -Route
    +2ms bob -> alice 200
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { method: 'BYE', sender: ALICE, proxy: PROXY, target: BOB, failed: false, code: 200 },
      frames: [7, 10],
    },
  ),
  fires(
    'in-dialog-bypasses-proxy',
    'and is not known there',
    `${relayed}
    +20s alice -> bob BYE
      -Route
    +2ms bob -> alice 481
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { failed: true, code: 481 },
      frames: [7, 10, 11],
    },
  ),
  spares(
    'in-dialog-bypasses-proxy',
    'another way in that names the route all the same',
    `${relayed}
    +20s alice -> sbc BYE
    +2ms sbc -> alice 200
    +40s capture ends`,
  ),
  spares(
    'in-dialog-bypasses-proxy',
    'the recorded way',
    `${relayed}
    +20s alice -> proxy BYE
    proxy -> bob BYE
    +2ms bob -> proxy 481
    proxy -> alice 481
    +40s capture ends`,
  ),
  fires(
    'record-route-missing-lr',
    'a strict route and a request that fails',
    `alice -> gw INVITE with sdp
    +50ms gw -> alice 180
    +2s gw -> alice 200 with sdp
      Record-Route: <sip:203.0.113.9:5060>
    +10ms alice -> gw ACK
    +9s alice -> gw INFO
    +2ms gw -> alice 200
    +20s alice -> gw BYE
    +2ms gw -> alice 404
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { route: '203.0.113.9:5060', method: 'BYE', code: 404 },
      frames: [3, 7, 8],
    },
  ),
  spares(
    'record-route-missing-lr',
    'one that works',
    `alice -> gw INVITE with sdp
    +50ms gw -> alice 180
    +2s gw -> alice 200 with sdp
      Record-Route: <sip:203.0.113.9:5060>
    +10ms alice -> gw ACK
    +20s alice -> gw BYE
    +2ms gw -> alice 200
    +40s capture ends`,
  ),
  fires(
    'target-refresh-ignored',
    'a phone that moved',
    `${direct}
    +5s bob -> alice INVITE with sdp(PCMA)
      Contact: <sip:1002@192.0.2.77>
    +5ms alice -> bob 200 with sdp(PCMA)
    +5ms bob -> alice ACK
    +20s alice -> bob BYE sip:1002@192.0.2.20:5060
    +2ms bob -> alice 481
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: {
        method: 'BYE',
        sender: ALICE,
        old: '1002@192.0.2.20:5060',
        now: '1002@192.0.2.77:5060',
        code: 481,
      },
      frames: [5, 8, 9],
    },
  ),
  spares(
    'target-refresh-ignored',
    'a change that was refused',
    `${direct}
    +5s bob -> alice INVITE with sdp(PCMA)
      Contact: <sip:1002@192.0.2.77>
    +5ms alice -> bob 488
    +5ms bob -> alice ACK
    +20s alice -> bob BYE sip:1002@192.0.2.20:5060
    +2ms bob -> alice 481
    +40s capture ends`,
  ),
];
