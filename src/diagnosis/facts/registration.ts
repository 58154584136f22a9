import { sawEnough } from '../../call/horizon.ts';
import type { OtherConversation, Surroundings, Try } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';
import { calleeOf } from '../../sip/party.ts';
import { hasField } from '../../sip/field.ts';

/** The parties of a registration, as its request names them. */
interface RegistrationParties {
  readonly aor: string;
  /** ip:port that the REGISTER went to. */
  readonly registrar: string;
}

export function partiesOf(request: Message): RegistrationParties {
  return { aor: calleeOf(request), registrar: request.receiver.name };
}

/** The last try of the conversation that got a final response; null when there is none. */
export function lastSettled({ tries }: OtherConversation): (Try & { final: Message }) | null {
  const last = tries.findLast(({ final }) => final !== null);
  return last === undefined ? null : (last as Try & { final: Message });
}

export function hasCredentials(request: Message): boolean {
  return hasField(request, 'Authorization') || hasField(request, 'Proxy-Authorization');
}

/** A client that has an answer to a challenge sends it within this, µs. */
const ANSWERS_WITHIN = 32_000_000;

/** Nothing followed its final response, and the capture went on long enough to see it. */
export function gaveUp({ final }: Try, surroundings: Surroundings): boolean {
  return final !== null && sawEnough(surroundings, final.time, ANSWERS_WITHIN);
}
