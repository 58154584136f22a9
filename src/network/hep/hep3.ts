import { DONE, HEP3 } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';
import { Hep3Reader } from './hep3-reader.ts';

/** HEP version 3 (EEP) in a datagram. */
export const hep3: LayerDefinition = {
  id: 'hep3',
  keys: [HEP3],
  open({ payloads, unread }) {
    const reader = new Hep3Reader(payloads, unread);
    return {
      peel(cursor) {
        reader.read(cursor);
        return DONE;
      },
    };
  },
};
