import type { AeadName, BlockCipherName, HashName } from '../../model/tls-crypto.ts';

/** How a cipher suite protects records. */
export type Suite = AeadSuite | CbcSuite;

export interface AeadSuite {
  readonly kind: 'aead';
  readonly cipher: AeadName;
  /** Hash of the key schedule. */
  readonly hash: HashName;
  readonly keyLength: number;
}

export interface CbcSuite {
  readonly kind: 'cbc';
  readonly cipher: BlockCipherName;
  /** Hash of the PRF from TLS 1.2 on; before, it is MD5 and SHA-1 for every suite (RFC 5246 §1.2). */
  readonly hash: HashName;
  readonly mac: HashName;
  readonly keyLength: number;
  /** Bytes of a block, and of the IV. */
  readonly block: number;
}

const AES_128_GCM: Suite = { kind: 'aead', cipher: 'aes-128-gcm', hash: 'sha256', keyLength: 16 };
const AES_256_GCM: Suite = { kind: 'aead', cipher: 'aes-256-gcm', hash: 'sha384', keyLength: 32 };
const CHACHA: Suite = { kind: 'aead', cipher: 'chacha20-poly1305', hash: 'sha256', keyLength: 32 };

function cbc(cipher: BlockCipherName, mac: HashName): Suite {
  const hash = mac === 'sha384' ? 'sha384' : 'sha256';
  const keyLength = { 'aes-128-cbc': 16, 'aes-256-cbc': 32, 'des-ede3-cbc': 24 }[cipher];
  return { kind: 'cbc', cipher, hash, mac, keyLength, block: cipher === 'des-ede3-cbc' ? 8 : 16 };
}

/** Code points by protection (https://www.iana.org/assignments/tls-parameters): the key exchange does not matter here. */
const TABLE: readonly (readonly [Suite, readonly number[]])[] = [
  [
    AES_128_GCM,
    [
      0x1301, 0x009c, 0x009e, 0x00a0, 0x00a2, 0x00a4, 0x00a6, 0x00a8, 0x00aa, 0x00ac, 0xc02b,
      0xc02d, 0xc02f, 0xc031, 0xd001,
    ],
  ],
  [
    AES_256_GCM,
    [
      0x1302, 0x009d, 0x009f, 0x00a1, 0x00a3, 0x00a5, 0x00a7, 0x00a9, 0x00ab, 0x00ad, 0xc02c,
      0xc02e, 0xc030, 0xc032, 0xd002,
    ],
  ],
  [CHACHA, [0x1303, 0xcca8, 0xcca9, 0xccaa, 0xccab, 0xccac, 0xccad, 0xccae]],
  [
    cbc('aes-128-cbc', 'sha1'),
    [
      0x002f, 0x0030, 0x0031, 0x0032, 0x0033, 0x0034, 0x008c, 0x0090, 0x0094, 0xc004, 0xc009,
      0xc00e, 0xc013, 0xc018, 0xc035,
    ],
  ],
  [
    cbc('aes-256-cbc', 'sha1'),
    [
      0x0035, 0x0036, 0x0037, 0x0038, 0x0039, 0x003a, 0x008d, 0x0091, 0x0095, 0xc005, 0xc00a,
      0xc00f, 0xc014, 0xc019, 0xc036,
    ],
  ],
  [
    cbc('aes-128-cbc', 'sha256'),
    [
      0x003c, 0x003e, 0x003f, 0x0040, 0x0067, 0x006c, 0x00ae, 0x00b2, 0x00b6, 0xc023, 0xc025,
      0xc027, 0xc029, 0xc037,
    ],
  ],
  [cbc('aes-256-cbc', 'sha256'), [0x003d, 0x0068, 0x0069, 0x006a, 0x006b, 0x006d]],
  [cbc('aes-256-cbc', 'sha384'), [0x00af, 0x00b3, 0x00b7, 0xc024, 0xc026, 0xc028, 0xc02a, 0xc038]],
  [
    cbc('des-ede3-cbc', 'sha1'),
    [0x000a, 0x000d, 0x0010, 0x0013, 0x0016, 0x001b, 0xc003, 0xc008, 0xc00d, 0xc012],
  ],
];

const SUITES = new Map(TABLE.flatMap(([suite, codes]) => codes.map((code) => [code, suite])));

/** The protection that a cipher suite stands for; undefined for one that is not read. */
export function suiteOf(code: number): Suite | undefined {
  return SUITES.get(code);
}
