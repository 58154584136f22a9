import type { CertificateSummary, TlsAlert, TlsHandshakeFact } from '../../model/transport-fact.ts';
import { hex } from './bytes.ts';
import { readCertificate } from './certificate.ts';
import { HANDSHAKE } from './handshake-reader.ts';
import {
  type ClientHello,
  firstCertificate,
  readClientHello,
  readServerHello,
  type ServerHello,
} from './hello.ts';
import type { Hellos } from './stages.ts';
import { TLS_1_3 } from './versions.ts';

const FATAL = 2;
const CLOSE_NOTIFY = 0;

/** What both directions of a connection have said in the handshake. */
export class Handshake {
  client: ClientHello | null = null;
  server: ServerHello | null = null;
  /** The first alert that was more than a goodbye. */
  alert: TlsAlert | null = null;
  /** Some content was decrypted. */
  decrypted = false;
  /** The client has shown that it accepts the handshake. */
  clientFinished = false;
  #certificate: CertificateSummary | null = null;

  /** Version in force; 0 until the server has chosen. */
  get version(): number {
    return this.server?.version ?? 0;
  }

  /** Both hellos, when they have been seen. */
  get hellos(): Hellos | null {
    const { client, server } = this;
    return client === null || server === null || server.retry ? null : { client, server };
  }

  /** Takes a handshake message. A later hello renegotiates: it opens another session (RFC 5246 §7.4.1). */
  message(type: number, body: Uint8Array, fromClient: boolean): void {
    if (type === HANDSHAKE.clientHello) {
      // The very first may come after the answer: the directions are put in order each for itself. TLS 1.3 has
      // no renegotiation, but may repeat its ClientHello.
      if (this.client !== null && this.version !== TLS_1_3) this.server = null;
      this.client = readClientHello(body) ?? this.client;
    } else if (type === HANDSHAKE.serverHello) {
      this.server = readServerHello(body) ?? this.server;
    } else if (type === HANDSHAKE.certificate && !fromClient) {
      const certificate = firstCertificate(body, this.version);
      if (certificate !== null) this.#certificate ??= readCertificate(certificate);
    } else if (type === HANDSHAKE.finished && fromClient) this.clientFinished = true;
  }

  /** RFC 8446 §6: level and description. In 1.3 the level says nothing: all but two are fatal. */
  alerted(content: Uint8Array, fromClient: boolean): void {
    const [level = 0, description = 0] = content;
    if (content.length !== 2 || description === CLOSE_NOTIFY || this.alert !== null) return;
    if (level === FATAL || this.version === TLS_1_3) {
      this.alert = { level, description, fromClient };
    }
  }

  /** An alert without the keys to read it. */
  secretAlert(fromClient: boolean): void {
    this.alert ??= { level: -1, description: -1, fromClient };
  }

  /** By session id or ticket (RFC 5246 §7.3, RFC 5077 §3.4), or by a pre-shared key. */
  #resumed(): boolean {
    const { client, server } = this;
    if (server === null || client === null) return false;
    if (server.version === TLS_1_3) return server.preSharedKey;
    return server.sessionId.length > 0 && hex(server.sessionId) === hex(client.sessionId);
  }

  fact(flow: TlsHandshakeFact['flow'], outcome: TlsHandshakeFact['outcome']): TlsHandshakeFact {
    return {
      kind: 'tls-handshake',
      flow,
      outcome,
      decrypted: this.decrypted,
      serverName: this.client?.serverName ?? '',
      protocols: this.client?.alpn ?? [],
      offered: this.client?.versions ?? [],
      version: this.version,
      cipherSuite: this.server?.cipherSuite ?? 0,
      resumed: this.#resumed(),
      alert: this.alert,
      certificate: this.#certificate,
    };
  }
}
