import type { Hiding } from './hiding.ts';
import type { Names } from './names.ts';
import { eachWord, upTo } from './text.ts';
import { uri } from './uri.ts';

type Treatment = (value: string, names: Names) => string;

const token: Treatment = (value, names) => names.token(value);
const secret: Treatment = (value, names) => names.secret(value);

/** `IN IP4 192.0.2.1/127`, with a port before it. */
const withAddress: Treatment = (value, names) =>
  eachWord(value, (word) => (/^(?:IN|IP4|IP6|\d{1,5})$/i.test(word) ? word : address(word, names)));

function address(text: string, names: Names): string {
  const [host, rest] = upTo(text, '/ \t');
  return names.host(host) + rest;
}

/** `user session version IN IP4 address`: only user and address name somebody. */
const origin: Treatment = (value, names) => {
  const count = value.split(/[ \t]+/).filter((word) => word !== '').length;
  return eachWord(value, (word, at) => {
    if (at === count - 1) return address(word, names);
    return at < count - 5 ? names.user(word) : word;
  });
};

/** `foundation component transport priority address port typ host raddr address rport port` (RFC 8839 §5.1). */
const candidate: Treatment = (value, names) => {
  let before = '';
  return eachWord(value, (word, at) => {
    const name = before;
    before = word.toLowerCase();
    if (at === 0 || name === 'ufrag') return names.token(word);
    return at === 4 || name === 'raddr' ? names.host(word) : word;
  });
};

/** `1 AES_CM_128_HMAC_SHA1_80 inline:key|2^20|1:4` (RFC 4568): the key goes, the rest is parameters. */
const crypto: Treatment = (value, names) =>
  value.replace(
    /(inline:)([^|;\s]+)/gi,
    (_, inline: string, key: string) => inline + names.secret(key),
  );

/** `sha-256 AB:CD:…`. */
const secondWord: Treatment = (value, names) =>
  eachWord(value, (word, at) => (at === 0 ? word : names.token(word)));

/** `ssrc cname:name`: the number is that of the RTP packets. */
const ssrc: Treatment = (value, names) =>
  eachWord(value, (word, at) => {
    const [name, rest] = upTo(word, ':');
    return at === 0 ? word : name + names.token(rest);
  });

const ATTRIBUTES: Readonly<Record<string, Treatment>> = {
  candidate,
  crypto,
  rtcp: withAddress,
  'remote-candidates': (value, names) => eachWord(value, (word) => names.strict(word)),
  'ice-ufrag': token,
  'ice-pwd': token,
  fingerprint: secondWord,
  'zrtp-hash': secondWord,
  'tls-id': token,
  ssrc,
  msid: token,
  label: token,
  cname: token,
  'key-mgmt': secret,
  identity: secret,
};

/** Attributes that say how the media are, and to nobody's name, one space between. */
const HARMLESS: ReadonlySet<string> = new Set(
  (
    'rtpmap fmtp ptime maxptime sendrecv sendonly recvonly inactive setup connection mid group rtcp-mux rtcp-mux-only rtcp-rsize rtcp-fb extmap ' +
    'extmap-allow-mixed ssrc-group ice-options ice-lite ice-mismatch end-of-candidates curr des conf silencesupp framesize framerate quality lang maxprate ' +
    'imageattr simulcast rid sctp-port sctpmap max-message-size tcap acap pcfg acfg csup creq content orient type charset bundle-only gpmd ecan sqn cdsc ' +
    't38faxversion t38maxbitrate t38faxfillbitremoval t38faxtranscodingmmr t38faxtranscodingjbig t38faxratemanagement t38faxmaxbuffer ' +
    't38faxmaxdatagram t38faxudpec t38vendorinfo rtcp-xr nortpproxy direction'
  ).split(' '),
);

const attribute: Treatment = (text, names) => {
  const [name, rest] = upTo(text, ':');
  const lower = name.trim().toLowerCase();
  if (rest === '' || HARMLESS.has(lower)) return HARMLESS.has(lower) ? text : names.strict(text);
  const treatment = Object.hasOwn(ATTRIBUTES, lower) ? ATTRIBUTES[lower] : undefined;
  return `${name}:${(treatment ?? strict)(rest.slice(1), names)}`;
};

const strict: Treatment = (value, names) => names.strict(value);
const kept: Treatment = (value) => value;

const LINES: Readonly<Record<string, Treatment>> = {
  v: kept,
  o: origin,
  u: (value, names) => uri(value, names),
  c: withAddress,
  b: kept,
  t: kept,
  r: kept,
  z: kept,
  k: secret,
  a: attribute,
  m: kept,
};

/** A session description (RFC 8866), line by line; lines of unknown types are taken for full of names. */
export function hideSdp(text: string, { names, onKept }: Hiding): string {
  return text.replace(/[^\r\n]+/g, (line) => {
    if (line.charAt(1) !== '=') return names.strict(line);
    const treatment = LINES[line.charAt(0).toLowerCase()] ?? strict;
    const made = line.slice(0, 2) + treatment(line.slice(2), names);
    // Codecs and the like may be called as somebody is.
    if (treatment === attribute && made === line) onKept(line);
    return made;
  });
}
