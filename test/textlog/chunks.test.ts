/**
 * A log is read alike however its bytes come. Small chunks never hold a whole message, so this also holds the quick way for whole messages
 * (`verbatim.ts`) against the way row by row.
 */
import { describe, expect, it } from 'vitest';
import { mutatedInput } from '../mutation/mutated.ts';
import { poolsOf } from '../mutation/pools.ts';
import { BODY, INVITE, OK } from './dialects/call.ts';
import { readLog } from './read-log.ts';

const DAMAGED = 150;
const LONGEST = 20_000;

describe('a log in chunks', () => {
  const pools = poolsOf('logs', false);

  it.each(pools.fixtures.map(({ name, bytes }) => [name, bytes] as const))('%s', (_, bytes) => {
    const whole = readLog(bytes);
    expect(whole.messages.length).toBeGreaterThan(0);
    for (const step of [1, 333]) expect(readLog(bytes, { step })).toEqual(whole);
  });

  it('with a start line in a header field', () => {
    const [invite = '', ...fields] = INVITE;
    const quoted = 'INVITE sip:a@example.com SIP/2.0';
    for (const name of ['Subject', 'X-Note']) {
      for (const at of [0, 2, 6]) {
        const rows = [invite, ...fields.toSpliced(at, 0, `${name}: we sent ${quoted}`), ...OK];
        const log = `some row\nanother row\n${rows.join('\n')}\n`;
        const whole = readLog(log);
        expect(readLog(log, { step: 1 })).toEqual(whole);
        if (name === 'Subject') expect(whole.messages).toMatchObject([{ body: BODY }, {}]);
      }
    }
  });

  it('damaged in any way', () => {
    for (let index = 0; index < DAMAGED; index += 1) {
      const { bytes, history } = mutatedInput(pools, 5, index);
      if (bytes.length > LONGEST) continue;
      const whole = readLog(bytes);
      for (const step of [1, 7, 333]) expect(readLog(bytes, { step }), history).toEqual(whole);
    }
  });
});
