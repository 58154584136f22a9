import type { TlsCrypto } from '../../model/tls-crypto.ts';
import { hex } from './bytes.ts';
import type { ClientHello, ServerHello } from './hello.ts';
import { tls12Protection } from './key-block.ts';
import type { KeyLabel } from './key-log.ts';
import type { Schedule, Stage } from './opener.ts';
import type { KeySource } from './source-keys.ts';
import { type AeadSuite, suiteOf } from './suites.ts';
import { nextSecret, tls13Aead } from './tls13-aead.ts';
import { TLS_1_0, TLS_1_2, TLS_1_3 } from './versions.ts';

const CLIENT: readonly KeyLabel[] = [
  'CLIENT_EARLY_TRAFFIC_SECRET',
  'CLIENT_HANDSHAKE_TRAFFIC_SECRET',
  'CLIENT_TRAFFIC_SECRET_0',
];
const SERVER: readonly KeyLabel[] = ['SERVER_HANDSHAKE_TRAFFIC_SECRET', 'SERVER_TRAFFIC_SECRET_0'];

export interface Hellos {
  readonly client: ClientHello;
  readonly server: ServerHello;
}

/** Why there are no keys: nobody gave them, or they are for a cipher suite that is not read. */
export type NoStages = 'tls-no-keys' | 'tls-cipher-unsupported';

/** The keys of one direction in the order of their use. */
export function stagesOf(
  { client, server }: Hellos,
  fromClient: boolean,
  keys: KeySource,
  crypto: TlsCrypto,
): Schedule | NoStages {
  const { version, cipherSuite, compression, encryptThenMac } = server;
  const random = hex(client.random);
  if (!keys.knows(random)) return 'tls-no-keys';
  const suite = suiteOf(cipherSuite);
  if (suite === undefined || compression !== 0) return 'tls-cipher-unsupported';
  if (version === TLS_1_3) {
    if (suite.kind !== 'aead') return 'tls-cipher-unsupported';
    const secrets = (fromClient ? CLIENT : SERVER).map((label) => keys.secret(random, label));
    const stages = secrets.flatMap((secret) =>
      secret === null ? [] : [tls13Stage(crypto, suite, secret)],
    );
    const needed = fromClient && !client.earlyData ? secrets.slice(1) : secrets;
    const complete = needed.every((secret) => secret !== null);
    return stages.length === 0 ? 'tls-no-keys' : { stages, complete };
  }
  if (version < TLS_1_0 || version > TLS_1_2) return 'tls-cipher-unsupported';
  const master = keys.secret(random, 'CLIENT_RANDOM');
  if (master === null) return 'tls-no-keys';
  const seeds = {
    version,
    suite,
    clientRandom: client.random,
    serverRandom: server.random,
    encryptThenMac,
  };
  const protection = tls12Protection(crypto, master, seeds, fromClient);
  return { stages: [{ protection, next: null }], complete: true };
}

function tls13Stage(crypto: TlsCrypto, suite: AeadSuite, secret: Uint8Array): Stage {
  return {
    protection: tls13Aead(crypto, suite, secret),
    next: () => tls13Stage(crypto, suite, nextSecret(crypto, suite, secret)),
  };
}
