import { describe, expect, test } from 'vitest';
import type { CallMessage, Report } from '../../src/model/report.ts';
import { renderLadder } from '../../src/report/ladder.ts';
import { fold } from '../../src/report/ladder/fold.ts';
import { layLanes } from '../../src/report/ladder/lanes.ts';
import { displayWidth } from '../../src/report/width.ts';
import {
  CALLER,
  CARRIER,
  codeEntry,
  makeCall,
  makeFinding,
  makeMessage,
  makeReport,
  PROXY,
} from '../helpers/report.ts';

const onward = { from: PROXY, to: CARRIER };
const back = { from: PROXY, to: CALLER };

const STUCK: CallMessage[] = [
  makeMessage(10, 0, { method: 'INVITE', sdp: true }),
  makeMessage(11, 3000, { ...back, code: 100, phrase: 'Trying' }),
  makeMessage(12, 8000, { ...onward, method: 'INVITE', sdp: true }),
  makeMessage(13, 508_000, { ...onward, method: 'INVITE', sdp: true, repeat: 'retransmission' }),
  makeMessage(14, 508_001, { ...onward, method: 'INVITE', sdp: true, repeat: 'duplicate' }),
  makeMessage(15, 1_508_000, { ...onward, method: 'INVITE', sdp: true, repeat: 'retransmission' }),
  makeMessage(30, 32_008_000, {
    ...back,
    code: 408,
    phrase: 'Request Timeout',
    reason: 'Q.850;cause=102',
  }),
];

function ladder(messages: CallMessage[], width = 80, part: Partial<Report> = {}): string[] {
  const call = makeCall('c1', { messages });
  const catalog = {
    100: codeEntry('Trying', { note: 'next hop holds it' }),
    408: codeEntry('Request Timeout', { note: 'somebody waited in vain' }),
  };
  const report = makeReport({ calls: [call], catalog, ...part });
  return [...renderLadder(report, call, { width })].join('').split('\n');
}

describe('the ladder', () => {
  const lines = ladder(STUCK);
  const row = (frame: string): string =>
    lines.find((line) => line.trimStart().startsWith(frame)) ?? '';

  test('has a lane per endpoint, in the order of their appearance', () => {
    const head = lines.find((line) => line.includes(PROXY)) ?? '';
    expect(head.trim().split(/ +/)).toEqual([CALLER, PROXY, CARRIER]);
  });

  test('draws arrows in the direction of the message', () => {
    expect(row('#10')).toMatch(/#10 09:30:00\.000 +│─+ INVITE SDP ─+►│ +│$/);
    expect(row('#11')).toMatch(/#11 +\+0\.003 +│◄─+ 100 Trying ─+│ +│$/);
  });

  test('folds retransmissions and duplicates into one row', () => {
    expect(row('#12')).toMatch(/│ +│─+ INVITE SDP ×3 ─+►│$/);
    expect(row('#13')).toBe('');
    expect(lines.join('\n')).toContain('×3 in 1.5 s');
    expect(lines.join('\n')).toContain('seen 4 times');
  });

  test('annotates every response and shows its Reason', () => {
    expect(lines[lines.indexOf(row('#11')) + 1]).toContain('next hop holds it');
    expect(lines[lines.indexOf(row('#30')) + 1]).toContain('somebody waited in vain');
    expect(lines[lines.indexOf(row('#30')) + 2]).toContain('Reason: Q.850;cause=102');
  });

  test('makes the silence visible', () => {
    expect(lines[lines.indexOf(row('#30')) - 1]).toMatch(/⋮ 32 s +⋮ +⋮/);
  });

  test('every line keeps its lanes in place, and within the columns', () => {
    const bars = [...row('#10')].flatMap((character, column) =>
      character === '│' ? [column] : [],
    );
    for (const line of [row('#11'), row('#12'), row('#30')]) {
      for (const column of bars) expect([...line][column]).toBe('│');
    }
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  test('wide characters in a phrase do not shift the lanes', () => {
    const wide = ladder([
      makeMessage(1, 0, { ...back, code: 486, phrase: '用户忙' }),
      makeMessage(2, 9, { method: 'ACK' }),
    ]);
    const columns = wide
      .filter((line) => /^ ?#/.test(line))
      .map((line) => displayWidth(line.trimEnd()));
    expect(new Set(columns).size).toBe(1);
  });

  test('neutralises hostile phrases', () => {
    const all = ladder([makeMessage(1, 0, { ...back, code: 603, phrase: '\x1b[2J\u202e' })]).join(
      '\n',
    );
    expect(all).not.toContain('\x1b');
    expect(all).not.toContain('\u202e');
  });

  test('a call without messages says so', () => {
    expect(ladder([]).join('\n')).toContain('The report carries no messages of this call.');
  });

  test('an unfinished call shows how long the capture went on', () => {
    const call = makeCall('c1', { outcome: 'incomplete-pending', messages: STUCK.slice(0, 2) });
    const report = makeReport({ calls: [call] });
    expect([...renderLadder(report, call)].join('')).toContain('5 min until the capture ends');
  });
});

describe('notes under the arrows', () => {
  const reply = (frame: number, cseq: string, code = 200): CallMessage =>
    makeMessage(frame, frame * 1000, { ...back, code, phrase: 'OK', cseq });

  test('a 200 is told by what it answers', () => {
    const all = ladder([
      reply(1, '1 INVITE'),
      reply(2, '2 INVITE'),
      reply(3, '1 CANCEL'),
      reply(4, '3 BYE'),
    ]).join('\n');
    const notes = ['Answered', 'Change of the session', 'Cancel received', 'Hang-up confirmed'];
    const places = notes.map((note) => all.indexOf(note));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('a refusal is told as it was told apart', () => {
    const messages = [makeMessage(1, 0, { method: 'INVITE' }), reply(2, '1 INVITE', 603)];
    const final = { code: 603, phrase: 'Decline' };
    const call = makeCall('c1', { messages, final, findings: ['f1'], primary: 'f1' });
    const finding = makeFinding('f1', 'decline-human', { ringUs: 6e6, node: PROXY, agent: '' });
    const catalog = { 603: codeEntry('Decline', { note: 'by a person or by a machine' }) };
    const report = makeReport({ calls: [call], catalog });
    const drawn = (findings: Report['findings']): string =>
      [...renderLadder({ ...report, findings }, call)].join('');
    expect(drawn([finding])).toContain('most likely by a person');
    expect(drawn([finding])).not.toContain('or by a machine');
    expect(drawn([])).toContain('or by a machine');
  });
});

describe('lanes', () => {
  const between = (...pairs: [string, string][]): CallMessage[] =>
    pairs.map(([from, to], index) => makeMessage(index, index, { from, to, method: 'INVITE' }));

  test('ports share a lane when they do not fit otherwise', () => {
    const lanes = layLanes(
      between(
        ['10.0.0.1:1', '10.0.0.2:5060'],
        ['10.0.0.1:2', '10.0.0.2:5060'],
        ['10.0.0.1:3', '10.0.0.2:5060'],
        ['10.0.0.1:4', '10.0.0.3:5060'],
      ),
      64,
    );
    expect(lanes.names).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3']);
    expect(lanes.hidden).toBe(0);
  });

  test('when there are too many, the busiest stay and the others are named in the row', () => {
    const pairs = Array.from({ length: 9 }, (_, n): [string, string] => [
      '10.0.0.1:5060',
      `10.0.1.${n}:5060`,
    ]);
    const messages = between(...pairs, ['10.0.1.7:5060', '10.0.0.1:5060']);
    const lanes = layLanes(messages, 64);
    expect(lanes.names).toContain('10.0.1.7:5060');
    expect(lanes.hidden).toBe(10 - lanes.names.length);
    const all = ladder(messages).join('\n');
    expect(all).toContain('INVITE  10.0.0.1:5060 → 10.0.1.5:5060');
    expect(all).toContain('have no lane of their own at this width');
  });
});

test('a copy whose original was not seen stands for itself', () => {
  const [step, ...others] = fold([
    makeMessage(1, 0, { method: 'INVITE', repeat: 'retransmission' }),
  ]);
  expect(others).toEqual([]);
  expect(step).toMatchObject({ sent: 1, seen: 1 });
});
