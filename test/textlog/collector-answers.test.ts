/** What a collector's search gives back: many rows of a log in one JSON text, often on one row. */
import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK } from './dialects/call.ts';
import { readLog } from './read-log.ts';

const HEADS = ['request (9 bytes) from', 'response (9 bytes) from'];
const TEXTS = [INVITE, OK].map(
  (rows, index) =>
    `<--- Received SIP ${HEADS[index]} UDP:192.0.2.9:5060 --->\n${rows.join('\r\n')}\r\n`,
);
const [INVITE_TEXT = '', OK_TEXT = ''] = TEXTS;
const TIMES = ['2026-03-01T10:00:00.250Z', '2026-03-01T10:00:01.500Z'];
const epochMs = (time: string): number => Date.parse(time);
const records = (name: string, time: (iso: string) => unknown, text: string): object[] =>
  TEXTS.map((one, index) => ({ [name]: time(TIMES[index] as string), [text]: one }));

const ANSWERS: Readonly<Record<string, unknown>> = {
  Elasticsearch: {
    took: 3,
    hits: {
      total: { value: 2 },
      hits: records('@timestamp', (iso) => iso, 'message').map((_source) => ({
        _id: 'a',
        _source,
      })),
    },
  },
  CloudWatch: { events: records('timestamp', epochMs, 'message'), nextForwardToken: 'f/1' },
  'Google Cloud': records('timestamp', (iso) => iso, 'textPayload'),
  Splunk: { results: records('_time', (iso) => iso, '_raw') },
  Loki: {
    status: 'success',
    data: {
      result: [
        {
          stream: { app: 'pbx' },
          values: TEXTS.map((text, index) => [`${epochMs(TIMES[index] as string)}000000`, text]),
        },
      ],
    },
  },
};

describe.each(Object.entries(ANSWERS))('an answer of %s', (_name, answer) => {
  it.each([
    ['on one row', 0],
    ['over many rows', 2],
  ])('gives its messages and their times, %s', (_, indent) => {
    const { messages, source } = readLog(JSON.stringify(answer, null, indent));
    expect(messages).toMatchObject([
      { time: TIMES[0], startLine: INVITE[0], body: BODY },
      { time: TIMES[1], startLine: OK[0], body: '' },
    ]);
    expect(source).toMatchObject({ dialect: 'asterisk-pjsip' });
  });
});

it('is read in the order of time, though it lists the newest first', () => {
  const rows = [...INVITE_TEXT.split('\n').slice(0, -1), ...OK_TEXT.split('\n').slice(0, -1)];
  const hits = rows.map((message, index) => ({
    ts: new Date(epochMs('2026-03-01T10:00:00Z') + index).toISOString(),
    message,
  }));
  const { messages } = readLog(JSON.stringify({ hits: hits.toReversed() }));
  expect(messages).toMatchObject([{ startLine: INVITE[0], body: BODY }, { startLine: OK[0] }]);
});

it('is read whole when its row is longer than is kept', () => {
  const count = 3000;
  const hits = Array.from({ length: count }, (_, index) => ({
    tags: {},
    message: TEXTS[index & 1],
  }));
  const text = JSON.stringify({ hits });
  expect(text.length).toBeGreaterThan(1.2e6);
  for (const step of [1 << 22, 65_536]) {
    const { messages, unread, lines } = readLog(text, { step });
    expect([messages.length, unread, lines]).toEqual([count, {}, 1]);
  }
});

it('is no message where only its labels name one', () => {
  const texts = ['INVITE sip:a@b SIP/2.0 was refused', 'SIP/2.0 486 Busy Here came back'];
  const { messages } = readLog(JSON.stringify({ hits: texts.map((message) => ({ message })) }));
  expect(messages).toEqual([]);
});

it('has its time in the first column of a table', () => {
  const table = TEXTS.map(
    (text, index) => `${epochMs(TIMES[index] as string)},"${text.replaceAll('\r', '')}",app\n`,
  );
  expect(readLog(`Time,Line,labels\n${table.join('')}`).messages).toMatchObject([
    { time: TIMES[0] },
    { time: TIMES[1] },
  ]);
});
