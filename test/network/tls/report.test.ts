/** SIP and WebSocket in TLS, from the capture to the report. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../src/input/node-crypto.ts';
import { type Report, reportSchema } from '../../../src/model/report.ts';
import { Session } from '../../../src/session.ts';
import { siptriage } from '../../helpers/command.ts';
import { fromClient, frame, granted, request } from '../websocket-bytes.ts';
import { pcapngOf, pcapOf } from './captures.ts';
import { type Recording, record } from './loopback.ts';

const HEAD = [
  'Via: SIP/2.0/TLS 192.0.2.1;branch=z9hG4bK1',
  'From: <sip:alice@example.com>;tag=a',
  'Call-ID: secret@example.com',
  'Max-Forwards: 70',
];
const sip = (...lines: readonly string[]): string =>
  [...lines, ...HEAD, 'Content-Length: 0', '', ''].join('\r\n');

const INVITE = sip(
  'INVITE sip:bob@example.com SIP/2.0',
  'CSeq: 1 INVITE',
  'To: <sip:bob@example.com>',
);
const BUSY = sip('SIP/2.0 486 Busy Here', 'CSeq: 1 INVITE', 'To: <sip:bob@example.com>;tag=b');
const ACK = sip(
  'ACK sip:bob@example.com SIP/2.0',
  'CSeq: 1 ACK',
  'To: <sip:bob@example.com>;tag=b',
);

const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const CALL = [INVITE, BUSY, ACK];
const WEB = [
  request(),
  granted(),
  binary(fromClient(INVITE)),
  binary(frame(BUSY)),
  binary(fromClient(ACK)),
];

function analysed(
  file: Uint8Array,
  keylog?: string,
  crypto = true,
): Report & { warnings: string[] } {
  const warnings: string[] = [];
  const session = new Session(
    {
      language: 'en',
      thresholds: {},
      messages: 'all',
      onWarning: (warning) => warnings.push(warning),
      ...(keylog === undefined ? {} : { keylog }),
    },
    crypto ? nodeCrypto : undefined,
  );
  const source = session.open('input');
  source.push(file);
  source.end();
  return { ...session.report(), warnings };
}

const shape = ({ calls, totals, sources, warnings }: ReturnType<typeof analysed>) => ({
  messages: totals.messages,
  codes: calls.map(({ final }) => final?.code),
  transports: [...new Set(calls.flatMap((call) => (call.messages ?? []).map((m) => m.transport)))],
  unread: Object.fromEntries(sources[0]!.unread.map(({ reason, count }) => [reason, count])),
  warnings,
});

const whole = (transport: string) => ({
  messages: 3,
  codes: [486],
  transports: [transport],
  unread: {},
  warnings: [],
});

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('SIP in %s', (version) => {
  let call: Recording;
  let web: Recording;

  beforeAll(async () => {
    const client = { minVersion: version, maxVersion: version };
    [[call], [web]] = (await Promise.all([
      record({ client, says: CALL }),
      record({ client, says: WEB }),
    ])) as [[Recording], [Recording]];
  });

  it('is read with a key log', () => {
    expect(shape(analysed(pcapOf(call.runs), call.keyLog))).toEqual(whole('tls'));
  });

  it('is read with the secrets in the capture, also those that come with the handshake', () => {
    for (const after of [0, 3]) {
      expect(shape(analysed(pcapngOf(call.runs, call.keyLog, after)))).toEqual(whole('tls'));
    }
  });

  it('is read inside a WebSocket', () => {
    expect(shape(analysed(pcapOf(web.runs), web.keyLog))).toEqual(whole('wss'));
  });

  it('is counted without keys or cryptography', () => {
    for (const [keyLog, crypto] of [
      [undefined, true],
      [call.keyLog, false],
    ] as const) {
      expect(shape(analysed(pcapOf(call.runs), keyLog, crypto))).toMatchObject({
        messages: 0,
        unread: { 'tls-no-keys': 1 },
      });
    }
  });
});

describe('--keylog', () => {
  const folder = mkdtempSync(join(tmpdir(), 'siptriage-tls-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const capture = join(folder, 'call.pcap');
  const keys = join(folder, 'keys.log');
  const empty = join(folder, 'empty.log');

  beforeAll(async () => {
    const [call] = await record({ says: CALL });
    writeFileSync(capture, pcapOf(call!.runs));
    writeFileSync(keys, call!.keyLog);
    writeFileSync(empty, 'nothing\n');
  });

  it('decrypts', async () => {
    const { code, stdout, stderr } = await siptriage([
      capture,
      '--keylog',
      keys,
      '--format',
      'json',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(reportSchema.parse(JSON.parse(stdout)).totals).toMatchObject({ messages: 3, calls: 1 });
  });

  it('that is not there is said in one line', async () => {
    for (const wrong of [join(folder, 'absent'), folder]) {
      const { code, stdout, stderr } = await siptriage([capture, '--keylog', wrong]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toContain(wrong);
    }
  });

  it('without secrets is said, and the rest is read', async () => {
    const { code, stderr } = await siptriage([capture, '--keylog', empty]);
    expect(code).toBe(0);
    expect(stderr).toContain('no TLS secrets');
  });
});
