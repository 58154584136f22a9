import type { Dialect, Facts, Rewrite } from '../dialect.ts';
import { ChunkRows } from '../rewriting/chunk-rows.ts';
import { HexChunks } from '../rewriting/hex-chunks.ts';
import { unprefixed } from '../rewriting/unprefixed.ts';

const NODE = /^Node ([01]): (\S+:\d+)$/;
const CHUNK = /^(\t?)(\d{1,7})$/;

/**
 * `tshark -z follow` on one stream: both nodes, then chunk by chunk its length (behind a TAB when node 1 sent it), its bytes and a line
 * end; or as rows of hex, those of node 1 behind a TAB. A chunk is a segment, so it may end anywhere in a message. No times.
 */
export const wiresharkFollow: Dialect = {
  id: 'wireshark-follow',
  patterns: [
    { mark: 'Follow: ', row: /(?:^|\s)Follow: (?<transport>tcp|udp|tls),(?:ascii|utf-8|hex)\s*$/ },
  ],
  triggers: ['Follow: '],
  end: /^={67}$/,
  session: true,
  rewrite(match, facts, first) {
    const content = unprefixed(first.slice(0, first.indexOf('Follow:', match.index)));
    if (match[0].trimEnd().endsWith(',hex')) return hexRows(content, facts);
    const nodes: string[] = [];
    const rows = new ChunkRows();
    let sender = 0;
    return (row) => {
      if (row === null) return rows.flush();
      const text = content(row);
      const [, name, end = ''] = NODE.exec(text) ?? [];
      if (name !== undefined) nodes[Number(name)] = end;
      if (name !== undefined || text.startsWith('Filter: ')) return null;
      const [, tab, length] = (rows.mayEnd && CHUNK.exec(text)) || [];
      if (length === undefined) return rows.take(text);
      const before = sender;
      sender = tab === '' ? 0 : 1;
      const left = sender === before ? null : rows.flush();
      facts.from = nodes[sender] ?? '';
      facts.to = nodes[1 - sender] ?? '';
      rows.begin(Number(length));
      return left;
    };
  },
};

/** Rows of hex, as long as one node speaks. */
function hexRows(content: (row: string) => string, facts: Facts): Rewrite {
  const nodes: string[] = [];
  const chunks = new HexChunks();
  let sender = 0;
  return (row) => {
    if (row === null) return chunks.flush();
    const text = content(row);
    const [, name, end = ''] = NODE.exec(text) ?? [];
    if (name !== undefined) nodes[Number(name)] = end;
    const now = text.startsWith('\t') ? 1 : 0;
    const left = now === sender ? [] : chunks.flush();
    const rows = chunks.take(text);
    if (rows === null) return left;
    sender = now;
    facts.from = nodes[sender] ?? '';
    facts.to = nodes[1 - sender] ?? '';
    return [...left, ...rows];
  };
}
