import { isPrivateNet } from '../sip/address-class.ts';
import type { Scrambler } from './scrambler.ts';

const IPV4 = /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/;
/** First octets whose class depends on the second one: they stay. */
const MIXED: readonly number[] = [100, 169, 172, 192];
/** Longest text of an IPv6 address, with an IPv4 one at its end, characters. */
const LONGEST_IPV6 = 45;

export function isIpv4(text: string): boolean {
  return IPV4.test(text) && text.split('.').every((octet) => Number(octet) <= 255);
}

export function isIpv6(text: string): boolean {
  if (text.length > LONGEST_IPV6 || !text.includes(':')) return false;
  const bare = text.split('%', 1)[0] as string;
  if (!/^[0-9a-f:]*(?:\d+(?:\.\d+){3})?$/i.test(bare)) return false;
  const [head = '', tail, ...more] = bare.split('::');
  if (more.length > 0) return false;
  const groups = [...groupsOf(head), ...groupsOf(tail ?? '')];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group) || isIpv4(group))) return false;
  const count = groups.length + (groups.at(-1)?.includes('.') === true ? 1 : 0);
  return tail === undefined ? count === 8 : count < 8;
}

/** In From and Contact of the common scanners, whoever runs them. */
const OF_SCANNERS = '1.1.1.1';

/**
 * Another IPv4 address of the same class (private, shared, link-local, public) and length. Addresses with equal leading octets
 * keep them equal. Unspecified, loopback, multicast and broadcast addresses name no host and stay, as does the one that
 * scanners write for none.
 */
export function hideIpv4(text: string, scrambler: Scrambler): string {
  const first = Number(text.split('.', 1)[0]);
  if (text === OF_SCANNERS) return text;
  return first === 0 || first === 127 || first >= 224 ? text : hideDotted(text, scrambler);
}

/** The same for digits and dots that are no address (`256.1.1.1`, `010.1.1.1`, five octets): they stay none. */
export function hideDotted(text: string, scrambler: Scrambler): string {
  const octets = text.split('.');
  const [first = 0, second = 0] = octets.map(Number);
  const isPrivate = isPrivateNet(first, second);
  return octets
    .map((octet, at) => {
      const value = Number(octet);
      const choices = value <= 255 && octet !== '' ? choicesFor(value, at, first, isPrivate) : [];
      const index = choices.indexOf(value);
      if (index < 0) return octet;
      const label = `ip ${octets.slice(0, at).map(Number).join('.')}`;
      const made = choices[scrambler.exchanged(index, choices.length, label)] as number;
      return String(made).padStart(octet.length, '0');
    })
    .join('.');
}

/** Octets of as many digits that leave the address in its class; empty: the octet stays. */
function choicesFor(octet: number, at: number, first: number, isPrivate: boolean): number[] {
  if (at === 0) {
    return first === 10 || MIXED.includes(first) ? [] : digitsLike(octet).filter(isPlainFirst);
  }
  if (at > 1 || !MIXED.includes(first)) return digitsLike(octet);
  return digitsLike(octet).filter((one) => isPrivateNet(first, one) === isPrivate);
}

function isPlainFirst(octet: number): boolean {
  return octet > 0 && octet !== 10 && octet !== 127 && octet < 224 && !MIXED.includes(octet);
}

/** All octets with as many digits. */
function digitsLike(octet: number): number[] {
  const [from, to] = octet < 10 ? [0, 9] : octet < 100 ? [10, 99] : [100, 255];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/**
 * Another IPv6 address of the same class and length: groups of zeros stay, equal leading groups stay equal, so addresses of
 * one /64 stay together. `::`, `::1` and multicast addresses stay.
 */
export function hideIpv6(text: string, scrambler: Scrambler): string {
  const percent = text.indexOf('%');
  const bare = percent < 0 ? text : text.slice(0, percent);
  const lower = bare.toLowerCase();
  if (lower.startsWith('ff') || /^[0:]*1?$/.test(lower)) return text;
  const gap = lower.indexOf('::');
  const head = groupsOf(gap < 0 ? lower : lower.slice(0, gap));
  const tail = gap < 0 ? [] : groupsOf(lower.slice(gap + 2));
  // What follows the gap is hidden by its place, so that both ways of writing an address give the same.
  const zeros = 8 - head.length - tail.length - (tail.at(-1)?.includes('.') === true ? 1 : 0);
  const all = [...head, ...Array<string>(gap < 0 ? 0 : zeros).fill('0'), ...tail];
  const hidden = all.map((group, at) => hideGroup(group, at, all, scrambler));
  const made =
    gap < 0
      ? hidden.join(':')
      : `${hidden.slice(0, head.length).join(':')}::${hidden.slice(all.length - tail.length).join(':')}`;
  return (/[A-F]/.test(bare) ? made.toUpperCase() : made) + text.slice(bare.length);
}

function hideGroup(
  group: string,
  at: number,
  all: readonly string[],
  scrambler: Scrambler,
): string {
  if (group.includes('.')) return hideIpv4(group, scrambler);
  const value = group.replace(/^0+/, '');
  const kept = at === 0 ? keptDigits(value) : 0;
  const prefix = all
    .slice(0, at)
    .map((one) => one.replace(/^0+(?=.)/, ''))
    .join(':');
  let made = value.slice(0, kept);
  for (let digit = kept; digit < value.length; digit += 1) {
    const code = Number.parseInt(value.charAt(digit), 16);
    const label = `ip6 ${prefix} ${value.length} ${value.slice(0, digit)}`;
    // A leading digit stays other than zero, so that the group keeps its length.
    const one =
      digit === 0
        ? scrambler.exchanged(code - 1, 15, label) + 1
        : scrambler.exchanged(code, 16, label);
    made += one.toString(16);
  }
  return made.padStart(group.length, '0');
}

/** Digits of the first group that tell the class: 2000::/3, fc00::/7, fe80::/10, 64:ff9b::/96. */
function keptDigits(value: string): number {
  if (value.length < 4) return value.length;
  return value.startsWith('fe') ? 4 : value.startsWith('f') ? 2 : 1;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
