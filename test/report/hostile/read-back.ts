/** Readers that are stricter than those who will read: what they find is what an attacker could make others see. */
import { marked } from 'marked';
import { SaxesParser } from 'saxes';
import mermaid from 'mermaid';

/** An element of a document, by its path, with its attributes and its text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** The tree of an XML document; throws where it is not well-formed. */
export function xmlTree(document: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.write(document).close();
  return root;
}

export interface MarkdownReading {
  readonly html: string;
  /** Block elements in their order, without what stands in them. */
  readonly skeleton: string;
  /** Names of all elements, with the attributes that are no alignment or language. */
  readonly elements: ReadonlySet<string>;
  /** What stands outside of code. */
  readonly prose: string;
  /** Texts of the Mermaid diagrams. */
  readonly diagrams: readonly string[];
}

const PLAIN_ATTRIBUTES = / (?:class="language-\w+"|align="\w+"|start="\d+")/g;

/** Markdown as GitHub's flavour reads it. */
export function readMarkdown(markdown: string): MarkdownReading {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const tags = [...html.matchAll(/<(\/?[a-z!][^>]*)>/gi)].map(([, tag = '']) =>
    tag.replace(PLAIN_ATTRIBUTES, '').replace(/\s*\/$/, ''),
  );
  const diagrams = marked
    .lexer(markdown, { gfm: true })
    .flatMap((token) =>
      token.type === 'code' && token['lang'] === 'mermaid' ? [token['text'] as string] : [],
    );
  return {
    html,
    skeleton: tags.filter((tag) => !/^\/?code$/.test(tag)).join(' '),
    elements: new Set(tags.map((tag) => tag.replace('/', ''))),
    prose: html.replace(/<code[^>]*>[^]*?<\/code>/g, '').replace(/<[^>]*>/g, ''),
    diagrams,
  };
}

export interface SequenceReading {
  readonly actors: readonly string[];
  readonly messages: readonly string[];
}

/** Mermaid keeps `#60;` under marks of its own until it draws. */
const decoded = (text: string): string =>
  text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));

interface SequenceDb {
  getActors(): Map<string, { readonly description: string }>;
  getMessages(): readonly { readonly message: unknown }[];
}

/** A sequence diagram as Mermaid's own parser understands it; throws where it does not. */
export async function readSequence(diagram: string): Promise<SequenceReading> {
  const { diagramType } = await mermaid.parse(diagram);
  if (diagramType !== 'sequence') throw new Error(`a ${diagramType} diagram`);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(diagram);
  const read = db as unknown as SequenceDb;
  return {
    actors: [...read.getActors().values()].map(({ description }) => decoded(description)),
    messages: read.getMessages().map(({ message }) => decoded(String(message))),
  };
}
