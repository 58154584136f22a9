/** What must not be in an output is found however it is written, and what only looks like it is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GramIndex } from '../../../src/redact/leaks/gram-index.ts';
import { LeakSearch } from '../../../src/redact/leaks/leak-search.ts';

const searchFor = (...originals: readonly string[]): LeakSearch => new LeakSearch(originals, []);
const finds = (original: string, ...chunks: readonly string[]): boolean =>
  searchFor(original).inOutput(chunks, '').length > 0;

describe('an identifier is found', () => {
  it.each([
    ['in any case', 'edge7.acme.net', 'Via EDGE7.Acme.net:5060'],
    ['in JSON escapes', 'o"neil@acme', '{"from":"o\\"neil@acme"}'],
    ['in escapes of code points', 'jane@acme.net', 'jane\\u0040acme.net'],
    ['in HTML', 'a&b@acme.net', '<td>a&amp;b@acme.net'],
    ['in references to characters', 'jane@acme.net', 'jane&#64;acme&#x2e;net'],
    ['in Mermaid', 'jane@acme.net', 'A->>B: jane#64;acme.net'],
    ['in Markdown', 'jane_doe77@acme', 'by **jane\\_doe77\\@acme**'],
    ['in a URI', 'q7w8@10.1.2.3', 'Replaces=q7w8%4010.1.2.3'],
    ['between colours', '10.1.2.3', '\u001b[1m10.1.2.3\u001b[0m'],
    ['over a line break', 'jane van doe', 'jane van\n   doe'],
    ['in UTF-8', 'nguyễn văn a', 'Nguyễn Văn A'],
    ['as the user of an address', 'alice', 'from alice@x'],
    ['as a short number', '1001', 'sip:1001@x'],
  ])('%s', (_, original, text) => {
    expect(finds(original, text)).toBe(true);
  });

  it('where two chunks meet', () => {
    expect(finds('q7w8-long-identifier', 'x'.repeat(5000) + 'q7w8-lo', 'ng-identifier')).toBe(true);
  });

  it('among very many, and told without itself', () => {
    const all = Array.from(
      { length: 100_000 },
      (_, at) => `+8491${String(at * 7919).padStart(9, '0')}`,
    );
    const search = searchFor(...all);
    const filler = Array.from(
      { length: 50_000 },
      (_, at) => `line ${at} 2026-03-02T09:00:00.000000Z +84919999999999`,
    );
    const started = performance.now();
    const leaks = search.inOutput([filler.join('\n'), `\nsip:${all[4711]}@x`], '');
    expect(performance.now() - started).toBeLessThan(5000);
    expect(leaks).toEqual([{ length: 14, where: 'line 49990 or below' }]);
  });
});

describe('nothing is found', () => {
  it.each([
    ['an address in a longer one', '10.1.2.3', '10.1.2.30 and 110.1.2.3'],
    ['a word of the language', 'answered', 'the call was answered'],
    ['a count', '1001', '"messages":1001'],
    ['a byte offset', '84912345', '"offset":84912345,'],
    ['a name in a longer word', 'jane7', 'xjane77'],
  ])('%s', (_, original, text) => {
    expect(finds(original, text)).toBe(false);
  });

  it('of what is kept on purpose', () => {
    const search = new LeakSearch(['gxp2170'], ['Grandstream GXP2170 1.0.11']);
    expect(search.excused).toBe(1);
    expect(search.inOutput(['User-Agent: Grandstream GXP2170'], '')).toEqual([]);
  });
});

it('finds what a plain search finds', () => {
  const text = fc.stringMatching(/^[ab1.@]{4,12}$/);
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 8 }),
      fc.stringMatching(/^[ab1.@]{0,80}$/),
      (all, where) => {
        const wanted = [...new Set(all)];
        const found = new Set<string>();
        new GramIndex(wanted.map((one) => ({ text: one }))).search(where, (one) =>
          found.add(one.text),
        );
        expect([...found].toSorted()).toEqual(
          wanted.filter((one) => where.includes(one)).toSorted(),
        );
      },
    ),
  );
});
