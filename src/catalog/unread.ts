import type { Language } from '../model/language.ts';
import { linkTypeName } from '../model/link-types.ts';
import { EN_UNREAD } from './en/unread.ts';
import { VI_UNREAD } from './vi/unread.ts';
import {
  CONTAINER_NAMES,
  ETHERTYPE_NAMES,
  IP_PROTOCOL_NAMES,
  PCAPNG_BLOCK_NAMES,
  PPP_PROTOCOL_NAMES,
} from './wire-names.ts';

/** Reasons that carry a number or a name after their last hyphen. */
export type NumberedReason =
  | 'link-type'
  | 'ethertype'
  | 'geneve-payload'
  | 'geneve-protocol'
  | 'ip-protocol'
  | 'ppp-protocol'
  | 'pcapng-block'
  | 'snoop-datalink'
  | 'zip-method'
  | 'container'
  | 'layer';

/** Words for the reasons why something was seen and not read, counted in packets, lines or files. */
export interface UnreadTexts<Exact extends string = string> {
  readonly exact: Readonly<Record<Exact, string>>;
  /** `name` is '' when the number has none. */
  readonly numbered: Readonly<Record<NumberedReason, (value: string, name: string) => string>>;
}

const TEXTS: Readonly<Record<Language, UnreadTexts>> = { en: EN_UNREAD, vi: VI_UNREAD };

const listed =
  (names: Readonly<Record<string, string>>) =>
  (value: string): string =>
    Object.hasOwn(names, value) ? (names[value] ?? '') : '';
const nameless = (): string => '';

const NAMES: Readonly<Record<NumberedReason, (value: string) => string>> = {
  'link-type': (value) => linkTypeName(Number(value)),
  ethertype: listed(ETHERTYPE_NAMES),
  'geneve-payload': nameless,
  'geneve-protocol': nameless,
  'ip-protocol': listed(IP_PROTOCOL_NAMES),
  'ppp-protocol': listed(PPP_PROTOCOL_NAMES),
  'pcapng-block': listed(PCAPNG_BLOCK_NAMES),
  'snoop-datalink': nameless,
  'zip-method': nameless,
  container: listed(CONTAINER_NAMES),
  layer: nameless,
};

const isNumbered = (stem: string): stem is NumberedReason => Object.hasOwn(NAMES, stem);

/** Whether the reason has words of its own. */
export function hasUnreadLabel(reason: string): boolean {
  const stem = reason.slice(0, reason.lastIndexOf('-'));
  return Object.hasOwn(EN_UNREAD.exact, reason) || isNumbered(stem);
}

/** The reason in the reader's words; the bare id for one that has no words yet. */
export function unreadLabel(reason: string, language: Language): string {
  const { exact, numbered } = TEXTS[language];
  const text = Object.hasOwn(exact, reason) ? exact[reason] : undefined;
  if (text !== undefined) return text;
  const cut = reason.lastIndexOf('-');
  const [stem, value] = [reason.slice(0, cut), reason.slice(cut + 1)];
  if (!isNumbered(stem)) return reason.replaceAll('-', ' ');
  return numbered[stem](value, NAMES[stem](value));
}
