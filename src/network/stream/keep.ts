import type { Payload } from '../../model/packet.ts';
import { NO_BYTES } from '../../capture/bytes.ts';
import { runOf } from './inner-flow.ts';
import type { StreamFlow } from './stream-sink.ts';

/** The place of a run without its bytes, which outlives the packet. */
export function placeOf(flow: StreamFlow, run: Payload): Payload {
  const place = runOf(run, NO_BYTES, 0, 0, run.transport);
  place.addressBytes = flow.addresses;
  place.sourceAt = 0;
  place.destinationAt = flow.addressLength;
  return place;
}
