import { terminalText } from '../terminal-text.ts';

/**
 * The HTML gate. Data reaches the page as JSON in a block that is never executed: nothing in it can end the block, and
 * whatever acts on a reader unseen (controls, bidi overrides) is spelled out, as on a terminal.
 */
export function embedded(data: unknown): string {
  return JSON.stringify(data, shown)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function shown(_: string, value: unknown): unknown {
  return typeof value === 'string' ? terminalText(value) : value;
}

/** A text between tags. */
export function escaped(text: string): string {
  return terminalText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
