import { PeerTable } from '../call/peers.ts';
import type { Endpoint } from '../model/packet.ts';
import type { Message } from '../sip/message.ts';
import type { MessageTarget } from '../source-reading.ts';
import type { Wanted } from './wanted.ts';

const utf8 = new TextEncoder();
const MICROSECONDS = 1_000_000;

/** Writes the wanted messages of a capture as text: stamp and ends on a row, then the message as it was; sngrep saves them so. */
export class MessageRows implements MessageTarget {
  readonly peers = new PeerTable();
  messages = 0;
  readonly #wanted: Wanted;
  readonly #write: (bytes: Uint8Array) => void;

  constructor(wanted: Wanted, write: (bytes: Uint8Array) => void) {
    this.#wanted = wanted;
    this.#write = write;
  }

  add(message: Message): void {
    if (!this.#wanted.callIds.has(message.callId)) return;
    this.messages += 1;
    const { bytes, start, end, time, sender: from, receiver: to } = message;
    for (const part of messageRows(time, { bytes: bytes.slice(start, end), from, to })) {
      this.#write(part);
    }
  }

  countLost(message: Message): void {
    this.add(message);
  }
}

interface Sent {
  readonly bytes: Uint8Array;
  readonly from: Endpoint;
  readonly to: Endpoint;
}

/** A row with stamp and ends, then the message. */
export function messageRows(time: number, { bytes, from, to }: Sent): Uint8Array[] {
  const row = `${stampOf(time)} ${from.name} -> ${to.name}\n`;
  return [utf8.encode(row), bytes, utf8.encode('\n\n')];
}

/** `2026/03/02 09:00:01.354000`, UTC. */
function stampOf(time: number): string {
  const us = Number.isNaN(time) ? 0 : time;
  const date = new Date(Math.floor(us / 1000)).toISOString();
  const fraction = String(us % MICROSECONDS).padStart(6, '0');
  return `${date.slice(0, 10).replaceAll('-', '/')} ${date.slice(11, 19)}.${fraction}`;
}
