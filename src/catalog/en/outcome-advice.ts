import type { OutcomeAdviceTexts } from '../outcome-advice.ts';

export const EN_OUTCOME_ADVICE: OutcomeAdviceTexts = {
  'failed-auth': {
    why: 'The response is about the credentials of the caller, not about the number that was called.',
    fix: [
      'Compare authentication user name, realm and password with the account on the server',
      'Look up the failed authentication by Call-ID in the log of the node that refused',
      'Check that the request went to the server that holds this account',
    ],
  },
  'failed-number': {
    why: 'The number was not accepted as one that exists, in the form in which it was sent.',
    fix: [
      'Compare the number with the numbering plan: prefix, length, E.164 with or without +',
      'If the number is right: ask the carrier behind this hop to trace it',
    ],
  },
  'failed-routing': {
    why: 'A node on the way found no usable way to the destination.',
    fix: [
      'Check the route for this number on the node that answered, and the hop that it leads to',
      'Try another route or carrier, and see whether the same cause comes back',
    ],
  },
  'failed-policy': {
    why: 'A rule on the way refused the call.',
    fix: [
      'Ask the operator of the node that answered, with the Call-ID, which rule refused the call',
      'Check caller ID, barring of the destination and the permissions of this trunk',
    ],
  },
  'failed-identity': {
    why: 'The signed identity of the caller was missing or not accepted.',
    fix: [
      'Check the Identity header: certificate, its age (60 s is customary) and the clocks',
      'Compare the numbers in the token with those of From and To',
    ],
  },
  'failed-media': {
    why: 'The two sides found no media that both can use.',
    fix: [
      'Compare the codecs and the encryption that were offered with what the other side takes',
      'Look at the transcoding and SRTP settings of the gateway in between',
    ],
  },
  'failed-capacity': {
    why: 'Something on the way had no resource left for the call.',
    fix: [
      'Compare the calls at that moment with the limit of the trunk, account or circuit group',
      'Send the overflow to another route, and do not retry the same one at once',
    ],
  },
  'failed-timeout': {
    why: 'Somebody on the way waited in vain for an answer.',
    fix: [
      'Find the last hop that has the INVITE: the one behind it stayed silent',
      'Check that it is up and reachable, and that its answers find the way back',
    ],
  },
  'failed-server': {
    why: 'A node on the way failed; the request itself may be sound.',
    fix: [
      'Look up the Call-ID in the log of the node that answered',
      'Try another server or route, and see whether the fault stays with that node',
    ],
  },
};
