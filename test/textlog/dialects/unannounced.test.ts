import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

/** Messages that no envelope announces: one behind the other, or behind the text of a program. */
describe('unannounced messages', () => {
  it('are read one after the other', () => {
    const { messages, source } = read([...INVITE, '', '|', ...OK]);
    expect(messages).toMatchObject([
      {
        line: 1,
        time: '',
        from: '192.0.2.1:5060',
        to: '198.51.100.2:5060',
        inferred: 3,
        body: BODY,
      },
      { from: '198.51.100.2:5060', to: '192.0.2.1:5060', inferred: 3 },
    ]);
    expect(source.dialect).toBe('plain-concatenated');
  });

  it.each([
    [
      'a script of Kamailio',
      'Mar  1 10:00:00 proxy1 kamailio[812]: INFO: <script>: [1772359200] INVITE ',
      '',
    ],
    [
      'its parser',
      'Mar  1 10:00:00 proxy1 kamailio[812]: ERROR: <core> [core/msg_translator.c:452]: [[',
      ']]',
    ],
    ['an application', '10:00:00,020 INFO  [com.example.Servlet] got INVITE :  ', ''],
  ])('are read behind the text of %s', (_, before, behind) => {
    const [line = '', ...rest] = INVITE;
    const { messages, source } = read([`${before}${line}`, ...rest, behind, `${before}done`]);
    expect(messages).toMatchObject([{ line: 1, inferred: 3, body: BODY }]);
    expect(messages[0]?.time).toMatch(/T10:00:00/);
    expect(source.dialect).toBe('app-glued-startline');
  });

  it('are none where only a start line is quoted', () => {
    const { messages } = read([`got ${OK[0]}`, 'and nothing else', 'From there it went on']);
    expect(messages).toEqual([]);
  });
});
