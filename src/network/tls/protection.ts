/** A record as it came. `bytes[start, end)` is the fragment behind the five bytes of the header. */
export interface TlsRecord {
  readonly type: number;
  readonly version: number;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

export interface OpenedRecord {
  /** Content type; in TLS 1.3 the one inside. */
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** Keys of one direction. */
export interface Protection {
  /** Opens the record as number `sequence` under these keys; null when it is not that. */
  open(record: TlsRecord, sequence: number): OpenedRecord | null;
}

/** Content types, RFC 8446 §B.1. */
export const CONTENT = {
  changeCipherSpec: 20,
  alert: 21,
  handshake: 22,
  applicationData: 23,
} as const;

/** Longest fragment that any version allows: 2^14 and room for what protects it (RFC 5246 §6.2.3). */
export const MAX_FRAGMENT = 16_384 + 2048;
