import { describe, expect, it } from 'vitest';
import {
  ASKED,
  BOTH_WAYS,
  REQUEST,
  REQUEST_READ,
  RESPONSE,
  RESPONSE_READ,
  prefixed,
} from '../messages.ts';
import { readLog } from '../read-log.ts';

const at = (ms: number, where: string): string =>
  `[2026-03-01 10:15:42.${ms}] Level.debug ${where} ::: `;

describe('dart-sip-ua', () => {
  it.each([1, 1 << 20])('reads the printer of the library, step %d', (step) => {
    const log = `${at(417, 'websocket_dart_impl.dart:61')}send: \n
${REQUEST}
${at(500, 'socket_transport.dart:231')}received text message:

${RESPONSE}

${at(501, 'ua.dart:9')}done
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 3,
        time: '2026-03-01T10:15:42.417Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5060',
        inferred: 3,
      },
      { ...RESPONSE_READ, time: '2026-03-01T10:15:42.500Z', from: '198.51.100.2:5060' },
    ]);
    expect(source.dialect).toBe('dart-sip-ua');
  });

  it('reads a logger that prints row by row, each with a stamp of its own', () => {
    const rows = prefixed(`received text message:\n\n${RESPONSE}`, '\u0000').split('\u0000');
    const log = rows
      .map((row, index) =>
        row === '' ? '' : `flutter:  SIP_LOG 2026-03-01 10:15:42.${417_000 + index} ${row}`,
      )
      .join('');
    expect(readLog(log).messages).toMatchObject([
      { ...RESPONSE_READ, time: '2026-03-01T10:15:42.417Z', to: '192.0.2.1:5080' },
    ]);
    expect(readLog(log).source.dialect).toBe('dart-sip-ua');
  });

  it('tells the direction', () => {
    const log = `${at(417, 'websocket_dart_impl.dart:61')}send: \n\n${REQUEST}\n${at(500, 'socket_transport.dart:231')}received text message:\n\n${ASKED}`;
    expect(readLog(log).messages).toMatchObject(BOTH_WAYS);
  });

  it('takes rows about the transport for no envelope', () => {
    const log = `${at(417, 'socket_transport.dart:231')}received message with CRLF Keep Alive response
flutter:  SIP_LOG 2026-03-01 10:15:42.417000  a=candidate:1 1 udp 2130706431 192.0.2.1 40100 typ host
`;
    expect(readLog(log).messages).toEqual([]);
    expect(readLog(`${log}received text message:\n\n${RESPONSE}`).source.dialect).toBe(
      'plain-concatenated',
    );
  });

  it('is known by its other rows when there is no message', () => {
    const { messages, source } = readLog(
      'flutter:  SIP_LOG 2026-03-01 10:15:42.417000  a=setup:actpass\n',
    );
    expect(messages).toEqual([]);
    expect(source.dialect).toBe('dart-sip-ua');
  });
});
