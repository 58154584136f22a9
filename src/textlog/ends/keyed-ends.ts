import type { Facts } from '../dialect.ts';
import { factOf } from '../rewriting/json-facts.ts';

/** `key=value` and `key: value`, the value an address, a name with a port, a port alone, or a word. */
const PAIR =
  /(?<![\w.-])([A-Za-z][\w.-]{0,30})["']?\s?[=:]\s?["']?(\[[\da-fA-F:.]{2,45}(?:%\w{1,20})?\](?::\d{1,5})?|(?:[\da-fA-F]{0,4}:){2,7}[\da-fA-F]{1,4}|\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?|[A-Za-z][\w.-]{0,100}:\d{2,5}|\d{1,5}|[A-Za-z]{2,10})(?![\w:@]|\.\w)/g;
/** Names in rows of text, and what they are called in records. */
const RECORD_NAMES: Readonly<Record<string, string>> = {
  from: 'srcip',
  source: 'srcip',
  sender: 'srcip',
  saddr: 'srcip',
  to: 'dstip',
  dest: 'dstip',
  destination: 'dstip',
  receiver: 'dstip',
  daddr: 'dstip',
  local: 'localip',
  laddr: 'localip',
  remote: 'remoteip',
  raddr: 'remoteip',
  peer: 'remoteip',
  spt: 'srcport',
  sport: 'srcport',
  dpt: 'dstport',
  dport: 'dstport',
  lport: 'localport',
};
const ADDRESS = /[.:]/;
const PORT = /^\d{1,5}$/;

/** Ends under names of their own: `src=192.0.2.1:5060 dst=…`, `src_ip=… src_port=…`, `direction=in remote=…`. Null without any. */
export function keyedEnds(row: string): Facts | null {
  const facts: Facts = {};
  for (const [, key = '', value = ''] of row.matchAll(PAIR)) {
    const name = RECORD_NAMES[key.toLowerCase()] ?? key;
    const isPort = /port$/i.test(name);
    // A word is no address, and a number alone is a port.
    if (isPort ? !PORT.test(value) : isEnd(name) && !ADDRESS.test(value)) continue;
    if (isClock(value)) continue;
    factOf(facts, {}, '', name, isBare(value) ? `[${value}]` : value);
  }
  const hasEnd = facts.from !== undefined || facts.to !== undefined;
  const hasRemote = facts.remote !== undefined && facts.way !== undefined;
  return hasEnd || hasRemote ? facts : null;
}

function isEnd(name: string): boolean {
  return /(?:ip|addr|address|host|^src|^dst)$/i.test(name);
}

/** A time of day, which looks like a piece of IPv6. */
function isClock(value: string): boolean {
  return isBare(value) && !value.includes('::') && value.split(':').length < 8;
}

/** IPv6 without brackets. */
function isBare(value: string): boolean {
  return !value.startsWith('[') && value.split(':').length > 2;
}
