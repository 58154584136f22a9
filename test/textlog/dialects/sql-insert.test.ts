import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const A = '192.0.2.1:5080';
const B = '198.51.100.2:5060';
const quoted = (text: string): string =>
  `'${text.replaceAll("'", String.raw`\'`).replaceAll('\n', String.raw`\r\n`)}'`;
const READ = [
  { ...REQUEST_READ, time: '2026-03-01T10:00:00.001250Z', from: A, to: B, inferred: 0 },
  { ...RESPONSE_READ, time: '2026-03-01T10:00:00.250000Z', from: B, to: A, inferred: 0 },
].map((one) => ({ ...one, time: new Date(one.time).toISOString(), transport: 'tcp' }));

describe('sql-insert', () => {
  it.each([
    ['an end in one column', (host: string) => `'tcp:${host}'`],
    ['in three', (host: string) => `'tcp','${host.split(':')[0]}',${host.split(':')[1]}`],
  ])('reads all rows of a statement, %s', (_, end) => {
    const log = `-- MySQL dump 10.13\nINSERT INTO \`sip_trace\` VALUES (1,'2026-03-01 10:00:00',1250,'it''s (1)',${quoted(REQUEST)},'OPTIONS',${end(A)},${end(B)},'out'),(2,'2026-03-01 10:00:00',250000,NULL,${quoted(RESPONSE)},'',${end(B)},${end(A)},'in');\n`;
    const { messages, source } = readLog(log);
    expect(messages).toMatchObject(READ);
    expect(source).toMatchObject({ dialect: 'sql-insert' });
    expect(source.assumed).not.toContain('addresses-inferred');
  });

  it('reads named columns, and what was cut off', () => {
    const log = `INSERT INTO hep (id, raw, t) VALUES (7, ${quoted(REQUEST)}, '2026-03-01 10:00:00.5'), (8, ${quoted(RESPONSE).slice(0, -30)}\n`;
    expect(readLog(log).messages).toMatchObject([
      { ...REQUEST_READ, time: '2026-03-01T10:00:00.500Z' },
      { startLine: RESPONSE_READ.startLine },
    ]);
  });

  it('takes a table that mentions SIP for no message', () => {
    const log = `INSERT INTO notes VALUES (1,'INVITE sip:a@b SIP/2.0 failed'),(2,'SIP/2.0 486 Busy');\n`;
    expect(readLog(log).messages).toEqual([]);
  });
});
