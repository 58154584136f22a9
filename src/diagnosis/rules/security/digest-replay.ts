import type { CallMark, CaptureRule } from '../../overall/capture-rule.ts';

/**
 * The very same credentials (nonce, client nonce, count, response) were accepted a second time, from another address and
 * under another Call-ID, after they had been accepted once: the server does not check the nonce count (RFC 7616 §3.4.5), and
 * somebody uses what he overheard. A proxy or SBC that passes credentials on does so before they are answered.
 */
export const digestReplay: CaptureRule<'digest-replay'> = {
  id: 'digest-replay',
  severity: 'warning',
  tier: 'policy',
  check({ replays }) {
    return replays.replays.map(({ first, again }) => ({
      rule: 'digest-replay',
      severity: 'warning',
      confidence: 'likely',
      status: 'present',
      scope: 'endpoint',
      args: {
        address: again.address,
        owner: first.address,
        username: again.username,
        server: again.request.to.name,
        method: again.request.what,
        afterUs: again.sent - first.accepted,
      },
      evidence: [first.request, first.response, again.request, again.response],
      calls: marksOf(again.mark),
      conversations: marksOf(again.other),
    }));
  },
};

function marksOf(mark: CallMark | null): CallMark[] {
  return mark === null ? [] : [mark];
}
