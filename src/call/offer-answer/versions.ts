import type { Message } from '../../sip/message.ts';
import type { SessionDescription } from '../../sip/sdp/description.ts';
import { directionOf } from '../../sip/sdp/direction.ts';
import type { Carried, Exchange } from './types.ts';

/** A changed description under an unchanged version: who compares versions takes it for a repetition (RFC 3264 §8). */
export interface KeptVersion {
  readonly before: Message;
  readonly after: Message;
}

/** Offers that changed where media goes, or which way, against the last description of the same host, but not their version. */
export function keptVersions(exchanges: readonly Exchange[]): KeptVersion[] {
  const found: KeptVersion[] = [];
  const latest = new Map<string, Carried>();
  for (const { offer, answer } of exchanges) {
    // What was refused never was in force (RFC 3261 §14.1).
    if (answer === null) continue;
    const before = latest.get(offer.message.sender.name);
    if (before !== undefined && isKept(before.description, offer.description)) {
      found.push({ before: before.message, after: offer.message });
    }
    for (const carried of [offer, answer]) latest.set(carried.message.sender.name, carried);
  }
  return found;
}

function isKept(before: SessionDescription, after: SessionDescription): boolean {
  if (before.cut || after.cut || before.origin === null || after.origin === null) return false;
  const [old, now] = [before.origin, after.origin];
  if (old.session !== now.session || old.version !== now.version) return false;
  return old.user === now.user && old.address === now.address && flowOf(before) !== flowOf(after);
}

/** Where media goes and which way, line by line. */
function flowOf(description: SessionDescription): string {
  return description.media
    .map((media) => {
      const { kind, port, connection } = media;
      return `${kind} ${port} ${connection?.address} ${directionOf(description, media)}`;
    })
    .join('\n');
}
