import type { Message } from './message.ts';
import type { SyntaxFault } from './syntax/fault.ts';
import { framingFaults } from './syntax/framing-faults.ts';
import { headerFaults } from './syntax/header-faults.ts';
import { readLines } from './syntax/lines.ts';
import { mandatoryFaults } from './syntax/mandatory.ts';
import { startLineFaults } from './syntax/start-line-faults.ts';
import { transactionFaults } from './syntax/transaction-faults.ts';

export type { SyntaxFault } from './syntax/fault.ts';
export { lacksItsField } from './syntax/mandatory.ts';
export { hasCookie, hasCSeqMismatch } from './syntax/transaction-faults.ts';
export { loadGrammar } from './grammar.ts';

/**
 * How one message departs from RFC 3261: its start line, framing, header values and mandatory fields, in that order.
 * Costs a few µs for an ordinary message. The grammar has its say once `loadGrammar` has finished; everything else is
 * found without it.
 */
export function syntaxFaults(message: Message): readonly SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  startLineFaults(message, faults);
  const lines = readLines(message);
  framingFaults(message, lines, faults);
  const present = headerFaults(message, lines, faults);
  mandatoryFaults(message, present, faults);
  transactionFaults(message, faults);
  return faults;
}
