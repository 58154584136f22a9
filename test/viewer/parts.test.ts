/** The parts of the page that need no browser. */
import { describe, expect, it } from 'vitest';
import type { CallRow, LadderView, PageData, StepView } from '../../src/report/html/page-data.ts';
import { select, sort } from '../../src/viewer/call-order.ts';
import { layOut, wrapped } from '../../src/viewer/ladder-layout.ts';
import { messageLines } from '../../src/viewer/message-lines.ts';
import { hrefOf, routeOf } from '../../src/viewer/route.ts';
import { scrollTo, windowOf } from '../../src/viewer/window-rows.ts';

const row = (
  id: string,
  part: { from?: string; pdd?: number | null; outcome?: number },
): CallRow => [
  id,
  part.from ?? 'a@example.com',
  'b@example.com',
  0,
  part.outcome ?? 0,
  part.outcome === 1 ? 503 : 200,
  part.pdd ?? null,
  null,
  part.outcome === 1 ? 0 : -1,
  part.outcome === 1 ? 0 : -1,
  `call-${id}`,
];

const ROWS = [
  row('c1', { pdd: 300 }),
  row('c2', { outcome: 1, from: 'Zoe@example.com' }),
  row('c3', { pdd: 20 }),
  row('c21', { pdd: 300 }),
];
const PAGE = {
  rowOutcomes: [
    { id: 'answered', label: 'answered', tone: 'good' },
    { id: 'failed-server', label: 'server fault', tone: 'failure' },
  ],
  rules: [{ id: 'resp-503', tone: 'error' }],
  problems: [{ id: 'i1' }],
} as unknown as PageData;
const ANY = { text: '', tone: null, problem: null };

describe('the call list', () => {
  const found = (wanted: Partial<Parameters<typeof select>[1]>): string[] =>
    select(ROWS, { ...ANY, ...wanted }, PAGE).map((index) => ROWS[index]?.[0] ?? '');

  it('finds every word in any field, whatever its case', () => {
    expect(found({})).toEqual(['c1', 'c2', 'c3', 'c21']);
    expect(found({ text: 'zoe SERVER' })).toEqual(['c2']);
    expect(found({ text: '503' })).toEqual(['c2']);
    expect(found({ text: 'i1' })).toEqual(['c2']);
    expect(found({ text: 'call-c3' })).toEqual(['c3']);
    expect(found({ text: 'zoe answered' })).toEqual([]);
  });

  it('keeps those of a tone and of a problem', () => {
    expect(found({ tone: 'failure' })).toEqual(['c2']);
    expect(found({ tone: 'people' })).toEqual([]);
    expect(found({ problem: 0 })).toEqual(['c2']);
  });

  it('sorts empty cells last, up and down, and equal ones in the order of the report', () => {
    const order = (down: boolean): number[] =>
      sort([0, 1, 2, 3], ROWS, { column: 'pdd', down }, PAGE);
    expect(order(false)).toEqual([2, 0, 3, 1]);
    expect(order(true)).toEqual([0, 3, 2, 1]);
  });
});

describe('windowed rows', () => {
  it('are those in sight with a margin, and never beyond the list', () => {
    expect(windowOf(0, 280, 28, 100_000)).toEqual({ first: 0, end: 22 });
    expect(windowOf(2800, 280, 28, 100_000)).toEqual({ first: 88, end: 122 });
    expect(windowOf(2800, 280, 28, 105)).toEqual({ first: 88, end: 105 });
    // The list got shorter under a scrolled box.
    expect(windowOf(2800, 280, 28, 3)).toEqual({ first: 3, end: 3 });
  });

  it('scrolls no further than it takes to show a row', () => {
    expect(scrollTo(5, 0, 280, 28)).toBe(0);
    expect(scrollTo(10, 0, 280, 28)).toBe(28);
    expect(scrollTo(1, 280, 280, 28)).toBe(28);
  });
});

describe('a message', () => {
  const kinds = (lines: string[], fields: string[] = []): string[] =>
    messageLines(lines, fields).map(({ kind, name }) => `${kind} ${name}`.trim());

  it('has its key fields marked, in long and compact form, and the folded rest with them', () => {
    expect(
      kinds([
        'INVITE sip:a SIP/2.0',
        'v: SIP/2.0/UDP a',
        ' ;branch=1',
        'Max-Forwards: 70',
        'CSeq: 1 INVITE',
      ]),
    ).toEqual(['start', 'key v:', 'key', 'field Max-Forwards:', 'key CSeq:']);
  });

  it('has those marked most that evidence names', () => {
    expect(kinds(['BYE sip:a SIP/2.0', 'm: <sip:a>', 'Server: x'], ['contact', 'server'])).toEqual([
      'start',
      'named m:',
      'named Server:',
    ]);
  });

  it('has a body, whose media lines stand out and whose other lines are no header fields', () => {
    expect(kinds(['BYE sip:a SIP/2.0', '', 'v=0', 'm=audio 1 RTP/AVP 0', 'Via: none'])).toEqual([
      'start',
      'body',
      'body v=',
      'key m=',
      'body',
    ]);
  });
});

describe('the ladder', () => {
  const step = (part: Partial<StepView>): StepView => ({
    place: '#1',
    source: 'a.pcap, frame 1',
    clock: '09:30:00.000',
    since: '',
    from: 0,
    to: 1,
    route: '',
    name: 'INVITE',
    marks: '',
    tone: 'strong',
    notes: [],
    fields: [],
    ...part,
  });
  const view = (lanes: number, rows: LadderView['rows']): LadderView => ({
    lanes: Array.from({ length: lanes }, (_, n) => ({ name: `192.0.2.${n}:5060`, own: '' })),
    hidden: '',
    rows,
  });

  it('gives every row a place of its own, notes included', () => {
    const long = step({ notes: ['a note that is told', 'another '.repeat(40)] });
    const { rows, height } = layOut(
      view(3, [step({}), long, '32 s', step({ from: 2, to: 2 })]),
      900,
    );
    for (const [index, { top }] of rows.entries()) {
      const before = rows[index - 1];
      if (before !== undefined) expect(top).toBe(before.top + before.height);
    }
    expect(rows[1]?.notes.length).toBeGreaterThan(2);
    expect(height).toBeGreaterThan((rows.at(-1)?.top ?? 0) + 20);
  });

  it('fits into its room while lanes stay readable, and scrolls beyond', () => {
    expect(layOut(view(3, [step({})]), 900).width).toBeLessThanOrEqual(900);
    const many = layOut(view(12, [step({})]), 900);
    expect(many.width).toBeGreaterThan(900);
    expect(many.x(1) - many.x(0)).toBeGreaterThanOrEqual(100);
  });

  it('breaks notes at spaces, and words that are longer than a line', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapped('x'.repeat(20), 8)).toEqual(['xxxxxxxx', 'xxxxxxxx', 'xxxx']);
    expect(wrapped('', 8)).toEqual([]);
  });
});

describe('the address', () => {
  it('names a call and a row, and nothing else', () => {
    expect(routeOf(hrefOf('c12', 3))).toEqual({ call: 'c12', row: 3 });
    expect(routeOf(hrefOf('c12'))).toEqual({ call: 'c12', row: null });
    for (const hash of ['', '#calls', '#call=<b>', '#call=c1&row=x']) {
      expect(routeOf(hash)).toEqual({ call: null, row: null });
    }
  });
});
