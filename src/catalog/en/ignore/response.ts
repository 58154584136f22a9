import type { ResponseArgs } from '../../../model/response-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const responseIgnore: IgnoreTexts<keyof ResponseArgs> = {
  'redirect-loop': 'When the call was answered at one of the addresses.',
  'redirect-not-followed':
    'When another element than the caller follows redirections, on a link that was not captured.',
  'resp-408-timeout': 'When the callee is known to be offline and has no voicemail.',
  'resp-482-loop': 'When a forked request met itself and one copy of it was answered.',
  'resp-483-hops': 'For a probe that counts hops on purpose.',
  'max-forwards-low': 'When the path is short and known.',
  'resp-500-server': 'When the next node took the call.',
  'resp-502-504-gateway': 'When the next route took the call.',
  'resp-503-overload': 'When a limit was reached on purpose and another route took the call.',
  'retry-after-ignored': 'When the requests went to another node of the same name.',
  'overload-burst': 'During a load test.',
  'vendor-routing-code': 'When the next hop was taken out of service on purpose.',
  'resp-403-policy': 'When barring this call is the intention.',
  'resp-404-number':
    'A single one: somebody misdialled. Look at it when a number that exists is refused.',
  'resp-410-301-moved': 'When callers are told the new number.',
  'resp-480-unavailable': 'When the user is known to be logged out.',
  'resp-484-digits': 'In overlap dialling, where the next INVITE brings more digits.',
  'overlap-dialling': 'Where both sides have agreed on it.',
  'resp-486-busy': 'As a rule: a person rejected the call, or call waiting was declined.',
  'resp-487-terminated': 'When the CANCEL went over a link that was not captured.',
  'resp-600-604': 'When the callee has set it so for all devices.',
  'resp-other': 'When the code is part of an arrangement between the two sides.',
  'resp-400-malformed': 'When it answers a scanner or a test tool.',
  'resp-405-501-method':
    'When the client only asks what is possible, and goes on without the method.',
  'resp-message-refused':
    'When the sender keeps the text and sends it again later, or by another way.',
  'resp-415-406-body': 'When the client tried again without that body.',
  'resp-420-421-extension': 'When the client tried again without, or with, the extension.',
  'resp-422-session-interval': 'When the call was tried again with the longer interval.',
  'resp-481-state-lost': 'For a late request of a call that was over, or after a planned restart.',
  'resp-488-media': 'When the caller tried again with other media, or the call went on as it was.',
  'resp-606-media': 'When the caller tried again with other media.',
  'resp-489-event': 'When the feature (a lamp, a mailbox) is not wanted at this peer.',
  'resp-491-glare': 'When one of the two sides tried again and it was accepted.',
  'resp-493-smime': 'When the sender tried again in clear, and may.',
  'resp-494-secagree': 'When the second try with an agreement went through.',
  'resp-513-size': 'When the request was tried again without its optional parts.',
  'resp-555-push': 'When the phone is reached without push as well.',
  'resp-580-precondition': 'When the call was set up again over another bearer.',
};
