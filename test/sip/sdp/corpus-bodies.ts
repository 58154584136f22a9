/** Every session description of the shared captures. */
import { readFileSync } from 'node:fs';
import { sniffCapture } from '../../../src/capture/formats.ts';
import type { Payload } from '../../../src/model/packet.ts';
import { UnreadTally } from '../../../src/model/unread.ts';
import { PacketDecoder } from '../../../src/network/decoder.ts';
import { readPayload } from '../../../src/sip/read.ts';
import { sdpSpan } from '../../../src/sip/sdp/body.ts';
import type { SessionDescription } from '../../../src/sip/sdp/description.ts';
import { sdpOf } from '../../../src/sip/sdp/of-message.ts';

export interface CorpusBody {
  readonly frame: number;
  readonly startLine: string;
  readonly text: string;
  readonly description: SessionDescription;
}

export function bodiesIn(path: string): CorpusBody[] {
  const bodies: CorpusBody[] = [];
  const unread = new UnreadTally();
  const decoder = new PacketDecoder({
    unread,
    payloads: {
      payload(payload: Payload) {
        const message = readPayload(payload);
        const span = message === null ? null : sdpSpan(message);
        const description = message === null ? null : sdpOf(message);
        if (message === null || span === null || description === null) return;
        const text = new TextDecoder().decode(message.bytes.subarray(span.start, span.end));
        bodies.push({ frame: message.frame, startLine: message.startLine, text, description });
      },
    },
  });
  const bytes = new Uint8Array(readFileSync(path));
  const capture = sniffCapture(bytes)?.open(decoder, unread);
  capture?.push(bytes);
  capture?.end();
  decoder.end();
  return bodies;
}
