import type { SdpFaultKind } from '../../model/sdp-args.ts';
import type { SdpLine, SdpMedia } from './description.ts';
import type { SdpFault } from './fault.ts';

/** The order of lines in the session section, and in each media section (RFC 8866 §9). `t`, `r` and `z` go in turns. */
const SESSION = 'vosiuepcbtrzka';
const MEDIA = 'micbka';
const TIMES = 'trz';

/** Lines that are missing, unknown or out of order. */
export function orderFaults(lines: readonly SdpLine[], media: readonly SdpMedia[]): SdpFault[] {
  const faults: SdpFault[] = [];
  const seen = new Set<string>();
  let order = SESSION;
  let reached = 0;
  for (const line of lines) {
    const { type } = line;
    if (type === '') continue;
    if (type === 'm') {
      order = MEDIA;
      reached = 0;
    } else if (order === SESSION) seen.add(type);
    const place = order.indexOf(type);
    if (place < 0) faults.push({ kind: SESSION.includes(type) ? 'order' : 'unknown-type', line });
    else if (place < reached && !(TIMES.includes(type) && TIMES.includes(order.charAt(reached)))) {
      faults.push({ kind: 'order', line });
    } else reached = place;
  }
  return [...missing(lines, media, seen), ...faults];
}

function missing(
  [first]: readonly SdpLine[],
  media: readonly SdpMedia[],
  seen: ReadonlySet<string>,
): SdpFault[] {
  const kinds: SdpFaultKind[] = [];
  if (first?.type !== 'v' || first.value !== '0') kinds.push('no-version');
  if (!seen.has('o')) kinds.push('no-origin');
  if (!seen.has('s')) kinds.push('no-session-name');
  if (!seen.has('t')) kinds.push('no-timing');
  const reachable = seen.has('c') || media.every(({ connection }) => connection !== null);
  if (!reachable) kinds.push('no-connection');
  return kinds.map((kind) => ({ kind, line: null }));
}
