import { judge } from '../../src/call/judge.ts';
import { Registrations } from '../../src/call/registrations.ts';
import type { Judged, Surroundings } from '../../src/call/types.ts';
import type { Endpoint } from '../../src/model/packet.ts';
import type { Message } from '../../src/sip/message.ts';
import { readPayload } from '../../src/sip/read.ts';
import { toPayloads, type Trace } from '../../fixtures/dsl/index.ts';

/** A capture that goes on long enough and saw everything there was. */
export const ALL_SEEN: Surroundings = {
  captureStart: 0,
  captureEnd: Number.MAX_SAFE_INTEGER,
  sawDirection: () => true,
  sawReceiver: () => true,
  otherCallsSentBy: () => 0,
  correlatedLegs: () => ({ seen: 0, calls: [] }),
  registrations: new Registrations(),
  stretchEnd: () => Number.MAX_SAFE_INTEGER,
  quickRefusals: () => ({ refusals: 0, callees: 0 }),
};

/** The conversations of a flow, judged; messages that are no SIP are left out. */
export function judged(trace: Trace): Judged[] {
  const endpoints = new Map<string, Endpoint>();
  const endpoint = (address: string, port: number): Endpoint => {
    const name = `${address}:${port}`;
    const known = endpoints.get(name) ?? { address, port, name };
    endpoints.set(name, known);
    return known;
  };
  const messages: Message[] = [];
  for (const [index, payload] of toPayloads(trace).entries()) {
    const message = readPayload(payload);
    const sighting = trace.sightings[index];
    if (message === null || sighting === undefined) continue;
    message.sender = endpoint(sighting.from.address, sighting.from.port);
    message.receiver = endpoint(sighting.to.address, sighting.to.port);
    messages.push(message);
  }
  const byCallId = new Map<string, Message[]>();
  for (const message of messages) {
    byCallId.set(message.callId, [...(byCallId.get(message.callId) ?? []), message]);
  }
  return [...byCallId.values()].flatMap((group) => judge(group, ALL_SEEN));
}

/** Messages of one Call-ID, judged as one conversation. */
export function judgedMessages(messages: readonly Message[]): Judged {
  const [first] = judge(messages, ALL_SEEN);
  if (first === undefined) throw new Error('nothing was judged');
  return first;
}
