/** The only door to fast-xml-builder. Loaded when XML is written. */
import XMLBuilder from 'fast-xml-builder';
import { terminalText } from '../terminal-text.ts';

/** An element: attributes, then text or children. */
export interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly children?: readonly (Element | string)[];
}

/** XML 1.0 has no way to write these, not even as an entity. */
const NO_CHARACTER = /[\ufffe\uffff]/g;

/** The XML gate: line ends of ours stay, whatever XML cannot hold or a terminal would obey is spelled out. */
function xmlText(text: string): string {
  return text
    .split('\n')
    .map((line) => terminalText(line).replace(NO_CHARACTER, '\ufffd'))
    .join('\n');
}

const ATTRIBUTES = ':@';
const TEXT = '#text';
type Node = Record<string, unknown>;

function node(one: Element | string): Node {
  if (typeof one === 'string') return { [TEXT]: xmlText(one) };
  const attributes = Object.entries(one.attributes ?? {}).map(([name, value]) => [
    `@_${name}`,
    typeof value === 'string' ? xmlText(value).replaceAll('\n', ' ') : value,
  ]);
  return {
    [one.name]: (one.children ?? []).map(node),
    ...(attributes.length === 0 ? {} : { [ATTRIBUTES]: Object.fromEntries(attributes) }),
  };
}

/** One element as text, without an XML declaration. */
export function xmlOf(element: Element): string {
  const builder = new XMLBuilder({
    preserveOrder: true,
    format: true,
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    processEntities: true,
  });
  return builder.build([node(element)]);
}
