/** What only all registrations of a capture together tell. */
import { capture } from '../../../helpers/wire.ts';
import { firesIn, sparesIn, type WireCase } from './case.ts';

const PROXY = '198.51.100.1:5060';

/** A registration of bob with its 200 3 ms later; `granted` where the registrar wants it shorter. */
const bob = (at: string, expires: number, granted = expires): string => `
  ${at} bob -> proxy REGISTER
    Expires: ${expires}
  +3ms proxy -> bob 200
    Contact: <sip:1002@192.0.2.20:5060>;expires=${granted}`;

const refreshes: readonly WireCase[] = [
  firesIn(
    'register-not-refreshed',
    'a device that fell silent',
    () => capture(`${bob('@0s', 60)}\n @120s capture ends`),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'registration',
      args: {
        aor: '1002@example.com',
        registrar: PROXY,
        place: '192.0.2.20:5060',
        grantedS: 60,
        gapUs: null,
        gaps: 1,
      },
      frames: [2],
      calls: 0,
    },
  ),
  firesIn(
    'register-not-refreshed',
    'a refresh that came half a minute late',
    () => capture(`${bob('@0s', 60)}\n${bob('@90s', 60)}\n @120s capture ends`),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'registration',
      args: { gapUs: 30_000_000, gaps: 1 },
      frames: [2, 4],
      calls: 0,
    },
  ),
  sparesIn('register-not-refreshed', 'a refresh in time', () =>
    capture(`${bob('@0s', 60)}\n${bob('@50s', 60)}\n @100s capture ends`),
  ),
  sparesIn('register-not-refreshed', 'a capture that ends before it had to come', () =>
    capture(`${bob('@0s', 60)}\n @62s capture ends`),
  ),
  sparesIn('register-not-refreshed', 'a device that signed off', () =>
    capture(`${bob('@0s', 60)}\n${bob('@30s', 0)}\n @120s capture ends`),
  ),
  sparesIn('register-not-refreshed', 'a device that moved and left its old place to expire', () =>
    capture(`${bob('@0s', 60)}
      @30s carol -> proxy REGISTER from=sip:1002@example.com to=sip:1002@example.com
      +3ms proxy -> carol 200
      @120s capture ends`),
  ),
  firesIn(
    'register-shortened',
    'a device that keeps to what it had asked for',
    () =>
      capture(
        `${bob('@0s', 600, 60)}\n${bob('@300s', 600, 60)}\n${bob('@350s', 600, 60)}\n @360s capture ends`,
      ),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'registration',
      args: { askedS: 600, grantedS: 60, intervalUs: 300_000_000, gapUs: 240_000_000, gaps: 1 },
      frames: [2, 4],
      calls: 0,
    },
  ),
  sparesIn('register-shortened', 'a device that keeps to what it was granted', () =>
    capture(
      `${bob('@0s', 600, 60)}\n${bob('@50s', 600, 60)}\n${bob('@100s', 600, 60)}\n @150s capture ends`,
    ),
  ),
];

/** Bob registers from another port under the same Call-ID. */
const moves = (ports: readonly number[], every: number): string =>
  ports
    .map(
      (port, at) => `
      @${at * every}s bob -> proxy REGISTER
        Contact: <sip:1002@192.0.2.20:${port}>
        Expires: 3600
      +3ms proxy -> bob 200
        Contact: <sip:1002@192.0.2.20:${port}>;expires=3600`,
    )
    .join('\n');

/** Several phones of one address, each with a Call-ID of its own. */
const devices = Array.from(
  { length: 5 },
  (_, at) => `
  call d${at} @${at * 60}s {
    carol -> proxy REGISTER from=sip:1002@example.com to=sip:1002@example.com
      Contact: <sip:1002@192.0.2.${at + 60}:5060>
    +3ms proxy -> carol 200
      Contact: <sip:1002@192.0.2.${at + 60}:5060>;expires=3600
  }`,
).join('\n');

const changes: readonly WireCase[] = [
  firesIn(
    'register-flapping',
    'a NAT that gives another port each time',
    () => capture(`${moves([40001, 40002, 40003, 40004], 100)}\n @400s capture ends`),
    {
      severity: 'warning',
      confidence: 'likely',
      scope: 'registration',
      args: { aor: '1002@example.com', moves: 3, returns: 0, spanUs: 200_000_000 },
      frames: [4, 6, 8],
      calls: 0,
    },
  ),
  sparesIn('register-flapping', 'two moves', () =>
    capture(`${moves([40001, 40002, 40003], 100)}\n @400s capture ends`),
  ),
  sparesIn('register-flapping', 'moves that hours lie between', () =>
    capture(`${moves([40001, 40002, 40003, 40004], 3000)}\n @9100s capture ends`),
  ),
  sparesIn('register-flapping', 'five phones of one address', () =>
    capture(`${devices}\n @400s capture ends`),
  ),
];

const many = (count: number, from: number, within: number): string =>
  Array.from(
    { length: count },
    (_, at) => `
    call r${from}x${at} @${from + Math.floor((at * within) / count)}s {
      carol -> proxy REGISTER from=sip:2${at}@example.com to=sip:2${at}@example.com
      +3ms proxy -> carol 200
    }`,
  ).join('\n');

const storms: readonly WireCase[] = [
  firesIn(
    'register-storm',
    'one device every five seconds',
    () =>
      capture(
        `${Array.from({ length: 10 }, (_, at) => bob(`@${at * 5}s`, 3600)).join('\n')}\n @100s capture ends`,
      ),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'endpoint',
      args: { aor: '1002@example.com', perMinute: 10 },
      frames: [19, 19],
      calls: 0,
    },
  ),
  firesIn(
    'register-storm',
    'all devices at once',
    () =>
      capture(
        `${many(6, 0, 600)}\n${many(70, 600, 50)}\n${many(6, 660, 600)}\n @1300s capture ends`,
      ),
    {
      severity: 'warning',
      confidence: 'proven',
      scope: 'endpoint',
      args: { aor: '', perMinute: 70, median: 1 },
      frames: [13, 13],
      calls: 0,
    },
  ),
  sparesIn('register-storm', 'a device every twelve seconds', () =>
    capture(
      `${Array.from({ length: 10 }, (_, at) => bob(`@${at * 12}s`, 3600)).join('\n')}\n @200s capture ends`,
    ),
  ),
  sparesIn('register-storm', 'a busy registrar whose minutes are alike', () =>
    capture(`${many(700, 0, 600)}\n @700s capture ends`),
  ),
];

export const registrationWireCases: readonly WireCase[] = [...refreshes, ...changes, ...storms];
