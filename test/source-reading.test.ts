import { describe, expect, it } from 'vitest';
import { Session } from '../src/session.ts';
import { capture } from './helpers/wire.ts';
import { concat, u32 } from './network/packet-bytes.ts';
import { analysed } from './shapes/analysed.ts';

describe('a container that is not read', () => {
  it('goes by its name and size', () => {
    const session = new Session({ language: 'en', thresholds: {}, messages: 'none' });
    session.open('trace.cap').isContainer('netmon', 1234);
    expect(session.report().sources[0]).toMatchObject({ format: 'netmon', bytes: 1234 });
  });
});

describe('a packet without a time', () => {
  it('is told', () => {
    const file = capture('alice -> bob OPTIONS\n +5ms bob -> alice 200');
    const zeroed = concat(u32(0), u32(0), u32(0), u32(0));
    const [source] = analysed(concat(file, zeroed)).sources;
    expect(source?.unread.find(({ reason }) => reason === 'packet-untimed')).toEqual({
      reason: 'packet-untimed',
      count: 1,
      first: null,
    });
  });
});
