import { expect, test } from 'vitest';
import { dim, paint, piece } from '../../src/report/line.ts';
import { wrap } from '../../src/report/wrap.ts';

const broken = (text: string, width: number, indent = 0): string[] =>
  wrap([piece(text)], { width, indent }).map((line) => paint(line));

test('breaks between words and indents what follows', () => {
  expect(broken('one two three four five six', 25, 2)).toEqual([
    'one two three four five',
    '  six',
  ]);
});

test('keeps a unit with its number', () => {
  expect(broken('the caller waited for 12 s in vain', 25)).toEqual([
    'the caller waited for',
    '12 s in vain',
  ]);
});

test('never ends a line with an opening bracket', () => {
  expect(broken('the caller waited ( a while ) here', 20)).toEqual([
    'the caller waited',
    '( a while ) here',
  ]);
});

test('never begins a line with a separator', () => {
  expect(broken('408 Request Timeout · at the end', 20)[1]).toBe('Timeout · at the end');
});

test('cuts a word that is too long, after a semicolon if it has one', () => {
  expect(broken('SIP;cause=603;text="abcdefghijkl"', 20)).toEqual([
    'SIP;cause=603;',
    'text="abcdefghijkl"',
  ]);
  expect(broken('x'.repeat(50), 20).map((line) => line.length)).toEqual([20, 20, 10]);
});

test('leaves a link whole, so that it can be copied', () => {
  const link = 'https://redress.example.com/a/very/long/form';
  expect(broken(`ask at ${link}`, 24)).toContain(link);
});

test('counts columns, not characters', () => {
  const lines = broken('李雷 韩梅梅 李雷 韩梅梅 李雷', 20);
  expect(lines).toEqual(['李雷 韩梅梅 李雷', '韩梅梅 李雷']);
});

test('keeps styles apart and neutralises every piece', () => {
  const palette = new Proxy({}, { get: () => (text: string) => `<${text}>` }) as never;
  const [line = []] = wrap([piece('plain'), dim(' \x1b[2J')], { width: 40 });
  expect(paint(line, palette)).toBe('plain< \\x1b[2J>');
});
