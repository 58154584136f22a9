/** An attacker's text in every field that any output shows, through every format: it is shown and does nothing. */
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderCalls } from '../../src/report/calls.ts';
import { FORMATS, formatById } from '../../src/report/formats.ts';
import type { LocalZone } from '../../src/report/format.ts';
import { renderKpis } from '../../src/report/kpis.ts';
import { renderLadder } from '../../src/report/ladder.ts';
import { renderOthers } from '../../src/report/others.ts';
import { renderSources } from '../../src/report/source-list.ts';
import { poisonedReport } from './hostile/poisoned.ts';
import { readMarkdown, readSequence, xmlTree, type XmlElement } from './hostile/read-back.ts';
import { HOSTILE } from './hostile/strings.ts';

/** Acts on a terminal, or hides from the reader. Line feeds are ours. */
const ACTING =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]|\udb40[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ZONE: LocalZone = { name: 'Asia/Ho_Chi_Minh', minutesAt: () => 420 };
const BENIGN = 'harmless';

const written = (id: string, report: Report): string =>
  [...(formatById(id)?.render(report, { limit: 0 }) ?? [])].join('');
const ticket = (id: string, report: Report): string =>
  [...(formatById(id)?.ticket?.(report, { limit: 0, zone: ZONE }) ?? [])].join('');

beforeAll(async () => {
  for (const format of FORMATS) await format.load?.();
});

const cases = HOSTILE.flatMap(([aim, text]) =>
  (['en', 'vi'] as const).map(
    (language) => [aim, language, poisonedReport(text, language), text] as const,
  ),
);

describe.each(cases)('%s (%s)', (_, language, report, text) => {
  const benign = poisonedReport(BENIGN, language);

  test('on a terminal', () => {
    const [call] = report.calls;
    const pages = {
      text: written('text', report),
      ticket: ticket('text', report),
      calls: [...renderCalls(report)].join(''),
      ladder: call === undefined ? '' : [...renderLadder(report, call)].join(''),
      kpis: [...renderKpis(report)].join(''),
      others: [...renderOthers(report)].join(''),
      sources: [...renderSources(report)].join(''),
      json: written('json', report),
      ndjson: written('ndjson', report),
      sarif: written('sarif', report),
      junit: written('junit', report),
      html: written('html', report).replace(/<(script|style)>[^]*?<\/\1>/g, ''),
      markdown: written('markdown', report),
      csv: written('csv', report).replaceAll('\r\n', '\n'),
    };
    for (const [name, page] of Object.entries(pages)) {
      expect(page, name).not.toBe('');
      expect(ACTING.exec(page)?.index ?? -1, name).toBe(-1);
    }
  });

  test('in JSON it is what it was', () => {
    expect(JSON.parse(written('json', report))).toEqual(JSON.parse(JSON.stringify(report)));
    const [line = ''] = written('ndjson', report).split('\n');
    expect((JSON.parse(line) as { from: string }).from).toBe(text);
  });

  test.each(['report', 'ticket'])('in Markdown: %s', async (kind) => {
    const write = kind === 'report' ? written : ticket;
    const read = readMarkdown(write('markdown', report));
    const expected = readMarkdown(write('markdown', benign));
    expect(read.skeleton).toBe(expected.skeleton);
    expect(
      [...read.elements].filter((name) => !expected.elements.has(name) && name !== 'code'),
    ).toEqual([]);
    // Nothing that a service would turn into a link, a mention, a formula or markup.
    expect(read.prose).not.toMatch(/[@#<`|$~_*[\]{}\\]|:\/\/|javascript:|www\.|&lt;|GH-\d/);
    expect(read.diagrams).toHaveLength(expected.diagrams.length);
    for (const [at, diagram] of read.diagrams.entries()) {
      const [sequence, usual] = [
        await readSequence(diagram),
        await readSequence(expected.diagrams[at] ?? ''),
      ];
      expect(sequence.actors).toHaveLength(usual.actors.length);
      expect(sequence.messages).toHaveLength(usual.messages.length);
    }
  });

  test('in HTML there are no tags but ours', () => {
    const tags = (page: string): string[] =>
      [...page.replace(/<(script|style)>[^]*?<\/\1>/g, '').matchAll(/<[/!]?[a-z][^>\s]*/gi)].map(
        ([tag]) => tag,
      );
    expect(tags(written('html', report))).toEqual(tags(written('html', benign)));
  });

  test('in CSV no cell is a formula, whether a comma or a semicolon separates', () => {
    const csv = written('csv', report);
    const rows = parse(csv);
    expect(rows).toHaveLength(report.calls.length + 1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    const cells = [...rows.flat(), ...csv.split(/;|\r\n/).map((cell) => cell.replace(/^"/, ''))];
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/);
  });

  test('in JUnit there are no elements but ours', () => {
    const names = ({ name, children }: XmlElement): string =>
      `${name}(${children.map(names).join(' ')})`;
    expect(names(xmlTree(written('junit', report)))).toBe(names(xmlTree(written('junit', benign))));
  });

  test('in SARIF no message links', () => {
    const messages: string[] = [];
    JSON.parse(written('sarif', report), (key, value: unknown) => {
      if (key === 'text' && typeof value === 'string') messages.push(value);
      return value;
    });
    expect(messages.length).toBeGreaterThan(10);
    for (const message of messages) expect(message).not.toMatch(/(?<!\\)\]\(|(?<!\{)(?:\{\{)*\{\d/);
  });
});
