import type { CertificateSummary } from '../../model/transport-fact.ts';
import { hex } from './bytes.ts';
import { type Der, inside, readDer, TAG } from './der.ts';
import { latin1, utf8 } from './text.ts';

const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const ALTERNATIVE_NAME = '551d11';
/** GeneralName choices (RFC 5280 §4.2.1.6). */
const DNS_NAME = 0x82;
const URI_NAME = 0x86;
const IP_ADDRESS = 0x87;

const MAX_NAMES = 16;
const MAX_TEXT = 256;

/** Attribute types of a name, as RFC 4514 writes them. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  '550403': 'CN',
  '550406': 'C',
  '550407': 'L',
  '550408': 'ST',
  '55040a': 'O',
  '55040b': 'OU',
  '2a864886f70d010901': 'emailAddress',
};

/** What people ask of a certificate (RFC 5280 §4.1); null when it cannot be read. Nothing is verified. */
export function readCertificate(bytes: Uint8Array): CertificateSummary | null {
  const [whole] = inside(bytes, TAG.sequence);
  if (whole?.tag !== TAG.sequence) return null;
  const fields = readDer(whole.content);
  // version is optional; then serial number, signature algorithm, issuer, validity, subject.
  const first = fields[0]?.tag === VERSION ? 1 : 0;
  const [, , issuer, validity, subject] = fields.slice(first);
  if (issuer === undefined || validity === undefined || subject === undefined) return null;
  const [from, until] = readDer(validity.content);
  const extensions = fields.find(({ tag }) => tag === EXTENSIONS);
  return {
    subject: distinguishedName(subject),
    issuer: distinguishedName(issuer),
    names: extensions === undefined ? [] : alternativeNames(extensions.content),
    notBefore: time(from),
    notAfter: time(until),
  };
}

/** `CN=sip.example.com, O=Example`, in the order of the certificate. */
function distinguishedName(name: Der): string {
  const parts: string[] = [];
  for (const set of readDer(name.content)) {
    for (const pair of readDer(set.content)) {
      const [type, value] = readDer(pair.content);
      if (type === undefined || value === undefined) continue;
      const id = ATTRIBUTES[hex(type.content.subarray(0, 16))];
      if (id !== undefined) parts.push(`${id}=${directoryString(value)}`);
    }
  }
  return parts.join(', ').slice(0, MAX_TEXT);
}

function directoryString({ tag, content }: Der): string {
  const bytes = content.subarray(0, MAX_TEXT);
  // A BMPString has two bytes a character.
  return tag === TAG.bmpString ? latin1(bytes.filter((_, at) => at % 2 === 1)) : utf8(bytes);
}

function alternativeNames(extensions: Uint8Array): string[] {
  const names: string[] = [];
  for (const extension of inside(extensions, TAG.sequence)) {
    const parts = readDer(extension.content);
    const [type] = parts;
    const value = parts.at(-1);
    if (type === undefined || hex(type.content.subarray(0, 8)) !== ALTERNATIVE_NAME) continue;
    for (const { tag, content } of inside(value?.content ?? new Uint8Array(0), TAG.sequence)) {
      if (names.length >= MAX_NAMES) break;
      if (tag === DNS_NAME || tag === URI_NAME) names.push(latin1(content.subarray(0, MAX_TEXT)));
      else if (tag === IP_ADDRESS && content.length === 4) names.push(content.join('.'));
    }
  }
  return names;
}

/** UTCTime or GeneralizedTime (RFC 5280 §4.1.2.5) as µs since 1970 UTC; NaN when unreadable. */
function time(element: Der | undefined): number {
  if (element === undefined) return Number.NaN;
  const text = latin1(element.content.subarray(0, 20));
  const long = element.tag === TAG.generalizedTime ? text : (text < '5' ? '20' : '19') + text;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(long);
  if (match === null) return Number.NaN;
  const [year = 0, month = 0, ...rest] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, ...rest) * 1000;
}
