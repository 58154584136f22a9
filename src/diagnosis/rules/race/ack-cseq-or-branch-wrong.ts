import { isSuccess } from '../../../call/milestones.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import type { AckArgs } from '../../../model/race-args.ts';
import type { Message } from '../../../sip/message.ts';
import { shown } from '../../evidence.ts';
import { answers, calleeHop } from '../../facts/answers.ts';
import { invites } from '../../facts/invites.ts';
import { strayAck } from '../../facts/stray-acks.ts';
import type { Finding, Rule, RuleContext } from '../../rule.ts';

type Wrong = AckArgs['ack-cseq-or-branch-wrong'];

/**
 * An ACK that the other side cannot match: a CSeq number that no INVITE has, the branch of the INVITE on the ACK to a 2xx
 * (RFC 3261 §13.2.2.4 wants a new one), or another one on the ACK to a failure (§17.1.1.3 wants the same). Told only
 * where the response was repeated after it: many stacks match such ACKs all the same.
 */
export const ackCseqOrBranchWrong: Rule<'ack-cseq-or-branch-wrong', Call> = {
  id: 'ack-cseq-or-branch-wrong',
  severity: 'warning',
  tier: 'syntax',
  kinds: ['call'],
  needs: ['repeated'],
  applies: ({ transactions }) =>
    transactions.some(
      ({ method, final, repeatedResponses }) =>
        method === 'INVITE' && final !== null && repeatedResponses.some(isFinal),
    ),
  check(call, context) {
    return (
      wrongCseq(call, context) ?? branchOfInvite(call, context) ?? otherBranch(call, context) ?? []
    );
  },
};

function isFinal({ status }: Message): boolean {
  return status >= 200;
}

/** ACKs of the dialog, none of them with the number of its INVITE. */
function wrongCseq(call: Call, context: RuleContext): Finding<'ack-cseq-or-branch-wrong'>[] | null {
  const numbers = new Set(
    call.transactions.filter(({ method }) => method === 'INVITE').map(({ cseq }) => cseq),
  );
  for (const one of answers(call, context)) {
    if (one.acks.length > 0) continue;
    const { answer, copies } = calleeHop(one);
    const ack = call.messages.find(
      (message) =>
        message.status === 0 &&
        message.method === 'ACK' &&
        message.time >= answer.time &&
        !numbers.has(message.cseq) &&
        message.sameToTag(answer),
    );
    if (ack === undefined) continue;
    const later = copies.filter(({ time }) => time > ack.time).length;
    if (later === 0) continue;
    const numbersOf = { found: String(ack.cseq), expected: String(answer.cseq) };
    return [findingOf('cseq', answer, ack, later, numbersOf)];
  }
  return null;
}

function branchOfInvite(
  call: Call,
  context: RuleContext,
): Finding<'ack-cseq-or-branch-wrong'>[] | null {
  for (const { hops } of answers(call, context)) {
    for (const { hop, answer, copies } of hops) {
      const { ack } = hop;
      if (ack === null || !ack.sameToTag(answer) || !hop.responses.every(isNoFailure)) continue;
      const later = copies.filter(({ time }) => time > ack.time).length;
      if (later === 0) continue;
      return [
        findingOf('branch-of-invite', answer, ack, later, { found: ack.branch, expected: '' }),
      ];
    }
  }
  return null;
}

function isNoFailure(response: Message): boolean {
  return response.status < 200 || isSuccess(response);
}

function otherBranch(
  call: Call,
  context: RuleContext,
): Finding<'ack-cseq-or-branch-wrong'>[] | null {
  for (const hop of invites(call, context)) {
    const { final } = hop;
    if (final === null || final.status < 300 || hop.ack !== null) continue;
    const ack = strayAck(hop, call);
    if (ack === null) continue;
    const later = laterCopies(hop, final, ack);
    if (later === 0) continue;
    const branches = { found: ack.branch, expected: hop.branch };
    return [findingOf('other-branch', final, ack, later, branches)];
  }
  return null;
}

function laterCopies({ repeatedResponses }: Transaction, final: Message, ack: Message): number {
  return repeatedResponses.filter(({ status, time }) => status === final.status && time > ack.time)
    .length;
}

function findingOf(
  how: Wrong['how'],
  response: Message,
  ack: Message,
  copies: number,
  { found, expected }: Pick<Wrong, 'found' | 'expected'>,
): Finding<'ack-cseq-or-branch-wrong'> {
  return {
    rule: 'ack-cseq-or-branch-wrong',
    severity: 'warning',
    confidence: 'proven',
    status: 'present',
    scope: 'call',
    args: { how, sender: ack.sender.name, node: response.sender.name, found, expected, copies },
    evidence: [shown(response), shown(ack, how === 'cseq' ? 'CSeq' : 'Via')],
  };
}
