/** One Call-ID seen hours or years apart is several calls. */
import { describe, expect, it } from 'vitest';
import { flowFromText, toPayloads, toPcap } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import { piecesOf } from '../../src/call/judge.ts';
import type { Message } from '../../src/sip/message.ts';
import { Session } from '../../src/session.ts';
import { readPayload } from '../../src/sip/read.ts';
import { callsOf, diagnoseTrace } from '../helpers/judge.ts';

const INVITE = 'alice -> bob INVITE sip:1002@192.0.2.20 with sdp';
const trace = (text: string) => flowFromText(`${CAST}\n${text}`);

function messagesOf(text: string): Message[] {
  return toPayloads(trace(text))
    .map((payload) => readPayload(payload))
    .filter((message) => message !== null);
}

const sizes = (text: string): number[] =>
  piecesOf(messagesOf(text)).map(({ messages }) => messages.length);

describe('a conversation is cut', () => {
  it('at an hour of silence in a set-up', () => {
    const text = `${INVITE}\n +5ms bob -> alice 100\n +4000s bob -> alice 486\n +1ms alice -> bob ACK`;
    expect(sizes(text)).toEqual([2, 2]);
    const calls = callsOf(diagnoseTrace(trace(text)));
    expect(calls.map(({ messages }) => messages.length)).toEqual([2, 2]);
    expect(calls[0]?.milestones.final).toBeNull();
  });

  it('after a refusal', () => {
    const refused = `${INVITE}\n +5ms bob -> alice 486\n +1ms alice -> bob ACK`;
    expect(sizes(`${refused}\n +4000s alice -> bob OPTIONS`)).toEqual([3, 1]);
  });

  it('at a day of silence in any call', () => {
    const text = `${INVITE}\n +5ms bob -> alice 200\n +1ms alice -> bob ACK\n`;
    expect(sizes(`${text} +25h alice -> bob BYE`)).toEqual([3, 1]);
    expect(sizes(`${text} +23h alice -> bob BYE`)).toEqual([4]);
  });

  it('also where only the start line tells that it is a call', () => {
    const damaged = messagesOf(`${INVITE}\n +9h ${INVITE}`);
    for (const message of damaged) message.cseqMethod = '';
    expect(piecesOf(damaged).map(({ messages }) => messages.length)).toEqual([1, 1]);
  });

  it('and what was cut off has no horizon beyond an hour', () => {
    const [first, last] = piecesOf(messagesOf(`${INVITE}\n +5ms bob -> alice 100\n +9h ${INVITE}`));
    expect((first?.until ?? 0) - (first?.messages.at(-1)?.time ?? 0)).toBe(3_600_000_000);
    expect(last?.until).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a conversation is not cut', () => {
  it.each([
    [
      'within an hour',
      `${INVITE}\n +5ms bob -> alice 100\n +3500s bob -> alice 486\n +1ms alice -> bob ACK`,
      4,
    ],
    [
      'in a call whose answer was not captured',
      `${INVITE}\n +5ms bob -> alice 200 unseen\n +1ms alice -> bob ACK\n +2h alice -> bob BYE`,
      3,
    ],
    [
      'in a call that began before the capture',
      `${INVITE} unseen\n +5ms bob -> alice 200 unseen\n +1ms alice -> bob ACK unseen
      +1h alice -> bob INFO\n +5ms bob -> alice 200\n +2h alice -> bob BYE`,
      3,
    ],
    [
      'when it is a registration',
      'alice -> bob REGISTER sip:example.com\n bob -> alice 200\n +48h alice -> bob REGISTER sip:example.com',
      3,
    ],
  ] as const)('%s', (_, text, messages) => {
    expect(sizes(text)).toEqual([messages]);
  });
});

describe('a report on one Call-ID', () => {
  const again = `${INVITE}\n +5ms bob -> alice 100`;
  const rows = (...files: Uint8Array[]) => {
    const session = new Session({ language: 'en', thresholds: {}, messages: 'none' });
    for (const [at, file] of files.entries()) {
      const source = session.open(`capture ${at}`);
      source.push(file);
      source.end();
    }
    return session.report().calls.map(({ outcome, timing }) => [outcome, timing.elapsedMs]);
  };

  it('in captures of different years counts each wait to the end of its own capture', () => {
    const whole = trace(
      `${again}\n +20s carol -> bob OPTIONS sip:bob@192.0.2.20 new\n +9000h ${again}\n +5s bob -> alice 180`,
    );
    const [first, second] = [whole.sightings.slice(0, 3), whole.sightings.slice(3)];
    expect(
      rows(toPcap({ ...whole, sightings: first }), toPcap({ ...whole, sightings: second })),
    ).toEqual([
      ['incomplete-pending', 20_005],
      ['incomplete-pending', 5005],
    ]);
  });

  it('in one capture counts no wait across the cut', () => {
    expect(rows(toPcap(trace(`${again}\n +9000h ${again}\n +40s capture ends`)))).toEqual([
      ['incomplete-pending', 5],
      ['incomplete-pending', 40_005],
    ]);
  });

  it('takes no short way over a day of silence', () => {
    const text = `${INVITE}\n +5ms bob -> alice 180\n +1s bob -> alice 200 with sdp
      +1ms alice -> bob ACK\n +25h alice -> bob BYE\n +1ms bob -> alice 200`;
    expect(rows(toPcap(trace(text))).map(([outcome]) => outcome)).toEqual([
      'answered',
      'incomplete-midcall',
    ]);
  });
});
