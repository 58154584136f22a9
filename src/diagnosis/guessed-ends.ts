import type { Message } from '../sip/message.ts';
import { isAddress } from './facts/targets.ts';
import type { Finding, Proof } from './rule.ts';

/**
 * Whether a finding rests on what a node did of which nothing is known but the domain of a Request-URI: a log named no address, and
 * whoever answered may be another host. What is wrong with a message itself is wrong whoever sent it.
 */
export function restsOnGuessedEnd({ scope, evidence }: Finding): boolean {
  if (scope === 'message') return false;
  return evidence.some((proof) => {
    if (proof.kind === 'message') return proof.message.status > 0 && isGuessed(proof.message, 1);
    return (
      proof.kind === 'silence' && evidence.some((other) => isSentTo(other, proof.from.address))
    );
  });
}

/** A request to the host of this name, which nothing but the request names. */
function isSentTo(proof: Proof, address: string): boolean {
  if (proof.kind !== 'message') return false;
  const { message } = proof;
  return message.status === 0 && message.receiver.address === address && isGuessed(message, 2);
}

/** `end`: 1 the sender, 2 the receiver. */
function isGuessed({ inferred, sender, receiver }: Message, end: 1 | 2): boolean {
  return (inferred & end) !== 0 && !isAddress((end === 1 ? sender : receiver).address);
}
