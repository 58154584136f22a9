import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasUnreadLabel, unreadLabel } from '../../src/catalog/unread.ts';

/** Every reason id that the sources hand to the tally, and every constant of the compression room. */
function reasonsInSource(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const text = files.map((name) => readFileSync(join('src', name), 'utf8')).join('\n');
  const literal = [...text.matchAll(/\breason\(\s*'([a-z0-9-]+)'/g)].map(([, id = '']) => id);
  const template = [...text.matchAll(/`([a-z-]+)-(?:0x)?\$\{/g)]
    .map(([, stem = '']) => `${stem}-1`)
    .filter((id) => text.includes(`reason(\`${id.slice(0, -1)}`));
  return [...new Set([...literal, ...template])];
}

describe('reasons why something was not read', () => {
  const reasons = reasonsInSource();

  test('are found in the sources', () => {
    expect(reasons).toContain('udp-not-sip');
    expect(reasons.length).toBeGreaterThan(20);
  });

  test.each(reasons)('%s has words', (reason) => {
    expect(hasUnreadLabel(reason)).toBe(true);
    expect(unreadLabel(reason, 'en')).not.toBe(unreadLabel(reason, 'vi'));
  });

  test('known numbers are named', () => {
    expect(unreadLabel('ethertype-0x0806', 'en')).toBe('ARP frame');
    expect(unreadLabel('ip-protocol-1', 'en')).toBe('ICMP packet');
    expect(unreadLabel('ip-protocol-253', 'en')).toBe('IP protocol 253');
    expect(unreadLabel('link-type-189', 'en')).toBe('packet with link type 189 (USB, Linux)');
    expect(unreadLabel('container-netmon', 'vi')).toContain('Microsoft Network Monitor');
  });

  test('an unknown one is shown as it is', () => {
    expect(unreadLabel('something-new', 'en')).toBe('something new');
    expect(unreadLabel('__proto__', 'en')).toBe('__proto__');
  });
});
