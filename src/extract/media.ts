import type { Message } from '../sip/message.ts';
import { rtcpOf } from '../sip/sdp/rtcp.ts';
import { sdpOf } from '../sip/sdp/of-message.ts';

/** Media endpoints that are remembered. */
const MAX_ENDPOINTS = 10_000;

/** Where the calls receive media, as their session descriptions say. */
export class MediaEndpoints {
  /** `address:port` → until when, µs. */
  readonly #until = new Map<string, number>();

  get size(): number {
    return this.#until.size;
  }

  learn(message: Message, until: number): void {
    const description = sdpOf(message);
    if (description === null) return;
    for (const media of description.media) {
      const address = (media.connection ?? description.connection)?.address ?? '';
      const { port } = media;
      if (address === '' || port === null || port === 0) continue;
      for (let pair = 0; pair < Math.min(media.ports, 8); pair += 1)
        this.#add(address, port + 2 * pair, until);
      const rtcp = rtcpOf(media);
      if (rtcp.port !== null) this.#add(rtcp.address || address, rtcp.port, until);
    }
  }

  isMedia(endpoint: string, time: number): boolean {
    return time <= (this.#until.get(endpoint) ?? Number.NEGATIVE_INFINITY);
  }

  #add(address: string, port: number, until: number): void {
    const key = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
    if (this.#until.size >= MAX_ENDPOINTS && !this.#until.has(key)) return;
    this.#until.set(key, Math.max(until, this.#until.get(key) ?? until));
  }
}
