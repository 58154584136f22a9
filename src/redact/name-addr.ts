import type { Names } from './names.ts';
import { eachOf, trimmed, upTo } from './text.ts';
import { parameters, uri } from './uri.ts';

/** Longest protocol of a Via that is looked for, characters. */
const MAX_PROTOCOL = 64;

/** From, To, Contact, Route …: display names, URIs in brackets or not, parameters; lists of them. */
export function nameAddrs(line: string, names: Names): string {
  return eachOf(line, ',', (one) => nameAddr(one, names));
}

function nameAddr(text: string, names: Names): string {
  const open = text.indexOf('<', quotedEnd(text));
  if (open < 0) {
    if (quotedEnd(text) > 0) return display(text, names);
    const [address, params] = upTo(text, ';');
    return addrSpec(address, names) + parameters(params, names);
  }
  const close = text.indexOf('>', open);
  const end = close < 0 ? text.length : close;
  const address = uri(text.slice(open + 1, end), names);
  return `${display(text.slice(0, open), names)}<${address}${parameters(text.slice(end), names)}`;
}

/** Behind the closing quote of a display name; 0 when there is none. */
function quotedEnd(text: string): number {
  let at = text.length - text.trimStart().length;
  if (text.charAt(at) !== '"') return 0;
  for (at += 1; at < text.length && text.charAt(at) !== '"'; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
  }
  return at < text.length ? at + 1 : 0;
}

function display(text: string, names: Names): string {
  const [before, name, after] = trimmed(text);
  if (!name.startsWith('"') || !name.endsWith('"') || name.length < 2) return names.display(text);
  return `${before}"${names.display(name.slice(1, -1))}"${after}`;
}

function addrSpec(text: string, names: Names): string {
  return text.trim() === '*' ? text : uri(text, names);
}

/** Vias: protocol, host and port, parameters. */
export function vias(line: string, names: Names): string {
  return eachOf(line, ',', (text) => {
    const begin = text.slice(0, MAX_PROTOCOL);
    const head = /^\s*[^\s;/]+\s*\/[^;/]*\/\s*[^\s;]+\s+/.exec(begin)?.[0] ?? '';
    const [host, params] = upTo(text.slice(head.length), ';');
    return head + names.hostPort(host) + parameters(params, names);
  });
}
