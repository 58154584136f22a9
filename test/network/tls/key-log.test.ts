import { describe, expect, it } from 'vitest';
import { hex } from '../../../src/network/tls/bytes.ts';
import { KeyLog } from '../../../src/network/tls/key-log.ts';
import { SourceKeys } from '../../../src/network/tls/source-keys.ts';
import { text } from '../../capture/capture-bytes.ts';

const RANDOM = '0a'.repeat(32);
const MASTER = 'bc'.repeat(48);
const line = (label: string, random = RANDOM, secret = MASTER): string =>
  `${label} ${random} ${secret}\n`;

function keyLog(content: string): KeyLog {
  const log = new KeyLog();
  log.add(content);
  return log;
}

describe('a key log', () => {
  it.each([
    ['as written', line('CLIENT_RANDOM')],
    ['in capitals', line('CLIENT_RANDOM', RANDOM.toUpperCase(), MASTER.toUpperCase())],
    ['from Windows', `# comment\r\n\r\n${line('CLIENT_RANDOM').trim()}\r\n`],
    ['without its last line end', line('CLIENT_RANDOM').trim()],
    ['with more of the session', line('EXPORTER_SECRET') + line('CLIENT_RANDOM')],
  ])('%s', (_, content) => {
    const log = keyLog(content);
    expect(log.size).toBe(1);
    expect(hex(log.secret(RANDOM, 'CLIENT_RANDOM')!)).toBe(MASTER);
    expect(log.secret(RANDOM, 'CLIENT_TRAFFIC_SECRET_0')).toBeNull();
    expect(log.secret('00', 'CLIENT_RANDOM')).toBeNull();
  });

  it.each([
    '',
    'RSA 0011 2233',
    'CLIENT_RANDOM',
    line('__proto__'),
    line('CLIENT_RANDOM', 'xy'.repeat(32)),
    line('CLIENT_RANDOM', RANDOM, 'ab'),
    line('CLIENT_RANDOM', RANDOM, 'ab'.repeat(300)),
    '\0\u00ff'.repeat(10_000),
  ])('passes over %j', (content) => {
    expect(keyLog(content).size).toBe(0);
  });

  it('forgets the oldest sessions when there are too many', () => {
    const log = new KeyLog();
    for (let at = 0; at <= 200_000; at += 1) {
      log.add(line('CLIENT_RANDOM', at.toString(16).padStart(64, '0'), '00'.repeat(32)));
    }
    expect([log.size, log.forgotten]).toEqual([200_000, 1]);
    expect(log.knows('0'.repeat(64))).toBe(false);
  });
});

describe('the keys of a source', () => {
  it('are those given and those that come with the capture, as they come', () => {
    const embedded: Uint8Array[] = [];
    const other = '0b'.repeat(32);
    const keys = new SourceKeys(keyLog(line('CLIENT_RANDOM', other)), () => embedded);
    expect([keys.knows(RANDOM), keys.knows(other)]).toEqual([false, true]);
    embedded.push(text(line('CLIENT_RANDOM')));
    expect(keys.knows(RANDOM)).toBe(true);
    expect(hex(keys.secret(RANDOM, 'CLIENT_RANDOM')!)).toBe(MASTER);
  });
});
