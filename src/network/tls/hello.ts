import { latin1 } from './text.ts';
import { FieldReader } from './field-reader.ts';
import { hex } from './bytes.ts';
import { TLS_1_3 } from './versions.ts';

export interface ClientHello {
  readonly random: Uint8Array;
  /** Server name (RFC 6066 §3), '' when not given. */
  readonly serverName: string;
  /** Protocols offered (RFC 7301), e.g. `sip/2`. */
  readonly alpn: readonly string[];
  /** Versions offered, best first. */
  readonly versions: readonly number[];
  readonly sessionId: Uint8Array;
  /** Data may follow at once, under keys of an earlier session (RFC 8446 §4.2.10). */
  readonly earlyData: boolean;
}

export interface ServerHello {
  readonly random: Uint8Array;
  readonly version: number;
  readonly cipherSuite: number;
  readonly sessionId: Uint8Array;
  /** 0 is none. */
  readonly compression: number;
  /** RFC 7366. */
  readonly encryptThenMac: boolean;
  /** The client's pre-shared key was taken (RFC 8446 §4.2.11). */
  readonly preSharedKey: boolean;
  /** A HelloRetryRequest: another ClientHello follows (RFC 8446 §4.1.4). */
  readonly retry: boolean;
}

const EXTENSION = {
  serverName: 0,
  alpn: 16,
  encryptThenMac: 22,
  preSharedKey: 41,
  earlyData: 42,
  supportedVersions: 43,
} as const;

/** Values kept of each list; a client that offers more is hostile. */
const MAX_LIST = 32;
const MAX_PROTOCOLS = 8;
const MAX_PROTOCOL_NAME = 32;
const RETRY_RANDOM = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';

/** RFC 8446 §4.1.2; null when it is cut. */
export function readClientHello(body: Uint8Array): ClientHello | null {
  const fields = new FieldReader(body);
  const legacy = fields.number(2);
  const random = fields.copy(32);
  const sessionId = fields.copy(fields.number(1));
  fields.vector(2);
  fields.vector(1);
  if (fields.cut) return null;
  const extensions = readExtensions(fields);
  const offered = extensions.get(EXTENSION.supportedVersions);
  return {
    random,
    serverName: serverName(extensions.get(EXTENSION.serverName)),
    alpn: protocols(extensions.get(EXTENSION.alpn)),
    versions: offered === undefined ? [legacy] : versions(offered),
    sessionId,
    earlyData: extensions.has(EXTENSION.earlyData),
  };
}

/** RFC 8446 §4.1.3; null when it is cut. */
export function readServerHello(body: Uint8Array): ServerHello | null {
  const fields = new FieldReader(body);
  const legacy = fields.number(2);
  const random = fields.copy(32);
  const sessionId = fields.copy(fields.number(1));
  const cipherSuite = fields.number(2);
  const compression = fields.number(1);
  if (fields.cut) return null;
  const extensions = readExtensions(fields);
  const chosen = extensions.get(EXTENSION.supportedVersions);
  return {
    random,
    version: chosen === undefined ? legacy : new FieldReader(chosen).number(2),
    cipherSuite,
    sessionId,
    compression,
    encryptThenMac: extensions.has(EXTENSION.encryptThenMac),
    preSharedKey: extensions.has(EXTENSION.preSharedKey),
    retry: hex(random) === RETRY_RANDOM,
  };
}

/** The certificates of a Certificate message up to TLS 1.2 (RFC 5246 §7.4.2), of which the first is the peer's own. */
export function firstCertificate(body: Uint8Array, version: number): Uint8Array | null {
  const fields = new FieldReader(body);
  // In 1.3 a context comes first (RFC 8446 §4.4.2).
  if (version >= TLS_1_3) fields.vector(1);
  const certificate = fields.inside(3).vector(3);
  return certificate.length === 0 ? null : certificate;
}

function readExtensions(fields: FieldReader): Map<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  for (const list = fields.inside(2); list.left > 0 && !list.cut;) {
    const type = list.number(2);
    const value = list.vector(2);
    if (!list.cut && !found.has(type)) found.set(type, value);
  }
  return found;
}

function serverName(extension: Uint8Array | undefined): string {
  if (extension === undefined) return '';
  const list = new FieldReader(extension).inside(2);
  // host_name is 0, the only type that there is; names have at most 255 characters.
  return list.number(1) === 0 ? latin1(list.vector(2).subarray(0, 255)) : '';
}

function protocols(extension: Uint8Array | undefined): string[] {
  const names: string[] = [];
  if (extension === undefined) return names;
  const list = new FieldReader(extension).inside(2);
  while (list.left > 0 && names.length < MAX_PROTOCOLS) {
    names.push(latin1(list.vector(1).subarray(0, MAX_PROTOCOL_NAME)));
  }
  return names;
}

function versions(extension: Uint8Array): number[] {
  const values: number[] = [];
  const list = new FieldReader(extension).inside(1);
  while (list.left > 0 && values.length < MAX_LIST) {
    const version = list.number(2);
    // GREASE values (RFC 8701) say nothing.
    if ((version & 0x0f0f) !== 0x0a0a) values.push(version);
  }
  return values;
}
