/** Real TLS sessions on the loopback, with the bytes of both directions and the key log. */
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect as tcpConnect, createServer, type Socket } from 'node:net';
import {
  connect,
  type ConnectionOptions,
  createServer as createTlsServer,
  type TlsOptions,
  type TLSSocket,
} from 'node:tls';

const PEM = readFileSync(new URL('test-only.pem', import.meta.url));

/** Bytes as they went by. */
export interface Run {
  readonly fromClient: boolean;
  readonly bytes: Uint8Array;
}

export interface Recording {
  readonly runs: readonly Run[];
  readonly keyLog: string;
  /** For the next connection, to resume this one. */
  readonly session: Buffer | undefined;
}

export interface Shape {
  readonly client?: ConnectionOptions;
  readonly server?: TlsOptions;
  /** What is said in turn, the client first. */
  readonly says?: readonly string[];
}

/** A server that takes several connections one after the other: needed for resumption. */
export async function record(...shapes: readonly Shape[]): Promise<Recording[]> {
  const recordings: Recording[] = [];
  const [first] = shapes;
  const server = createTlsServer({ key: PEM, cert: PEM, ...first?.server });
  server.on('tlsClientError', () => {});
  const port = await listening(server);
  let session: Buffer | undefined;
  for (const shape of shapes) {
    const recording = await once(server, port, shape, session);
    recordings.push(recording);
    session = recording.session;
  }
  server.close();
  return recordings;
}

async function once(
  server: ReturnType<typeof createTlsServer>,
  port: number,
  { client = {}, says = [] }: Shape,
  session: Buffer | undefined,
): Promise<Recording> {
  const runs: Run[] = [];
  let keyLog = '';
  let ticket: Buffer | undefined;
  const proxy = createServer((near) => {
    const far = tcpConnect(port, '127.0.0.1');
    pipe(near, far, (bytes) => runs.push({ fromClient: true, bytes }));
    pipe(far, near, (bytes) => runs.push({ fromClient: false, bytes }));
  });
  const accepted = new Promise<TLSSocket>((resolve) => server.once('secureConnection', resolve));
  const socket = connect({
    host: '127.0.0.1',
    port: await listening(proxy),
    servername: 'sip.example.com',
    rejectUnauthorized: false,
    ...(session && { session }),
    ...client,
  });
  socket.on('keylog', (line: Buffer) => (keyLog += line.toString()));
  socket.on('session', (bytes: Buffer) => (ticket = bytes));
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => {});
  const ready = new Promise<boolean>((resolve) => {
    socket.once('secureConnect', () => resolve(true));
    socket.once('close', () => resolve(false));
  });
  if (await ready) {
    const peer = await accepted;
    peer.on('error', () => {});
    for (const [turn, text] of says.entries()) {
      const [from, to] = turn % 2 === 0 ? [socket, peer] : [peer, socket];
      await say(from, to, text);
    }
    // A ticket comes after the handshake in 1.3.
    for (let wait = 0; ticket === undefined && wait < 20; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    socket.end();
    peer.end();
  }
  await ended;
  proxy.close();
  return { runs, keyLog, session: ticket };
}

function say(from: TLSSocket, to: TLSSocket, text: string): Promise<void> {
  return new Promise((resolve) => {
    let heard = 0;
    const hear = (bytes: Buffer): void => {
      heard += bytes.length;
      if (heard < text.length) return;
      to.off('data', hear);
      resolve();
    };
    to.on('data', hear);
    from.write(text, 'latin1');
  });
}

function pipe(from: Socket, to: Socket, seen: (bytes: Uint8Array) => void): void {
  from.on('data', (bytes: Buffer) => {
    seen(Uint8Array.from(bytes));
    to.write(bytes);
  });
  from.on('end', () => to.end());
  from.on('error', () => to.destroy());
}

function listening(server: {
  listen(port: number, host: string, ready: () => void): unknown;
  address(): unknown;
}): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
