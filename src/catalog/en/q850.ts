import type { Q850Cause } from '../q850.ts';
import type { CauseText } from '../types.ts';

export const EN_Q850: Readonly<Record<Q850Cause, CauseText>> = {
  0: { name: 'not set', reading: 'No cause was set. It explains nothing; look elsewhere.' },
  1: { name: 'unallocated number', reading: 'The number does not exist or is not assigned.' },
  2: {
    name: 'no route to transit network',
    reading:
      'The carrier chosen for transit is not reachable: carrier selection prefix or route is wrong.',
  },
  3: {
    name: 'no route to destination',
    reading: 'The switch has no route for this number: a gap in a routing table.',
  },
  4: {
    name: 'special information tone',
    reading: 'The number cannot be reached for a longer time; the network plays an announcement.',
  },
  5: { name: 'misdialled trunk prefix', reading: 'The prefix dialled for the trunk is wrong.' },
  6: {
    name: 'channel unacceptable',
    reading: 'The ISDN channel that was picked is not usable for this call.',
  },
  7: {
    name: 'call awarded on existing channel',
    reading: 'The call is delivered over a channel that is set up already. Not an error.',
  },
  8: {
    name: 'preemption',
    reading: 'A call of higher precedence took the resources over (MLPP).',
  },
  9: {
    name: 'preemption, circuit reserved',
    reading:
      'Pushed out by a call of higher precedence, and the circuit is kept for that call (MLPP).',
  },
  14: {
    name: 'ported number',
    reading:
      'The number has moved to another network. Ask the portability database again and re-route.',
  },
  16: {
    name: 'normal call clearing',
    reading: 'Somebody hung up. Never the explanation of a fault, even on an error response.',
  },
  17: { name: 'user busy', reading: 'The line is busy.' },
  18: {
    name: 'no user responding',
    reading: 'Nothing at the called end reacted in time, not even with ringing.',
  },
  19: { name: 'no answer', reading: 'It rang and nobody picked up.' },
  20: {
    name: 'subscriber absent',
    reading: 'Mobile switched off, out of coverage, or the user is not registered.',
  },
  21: {
    name: 'call rejected',
    reading:
      'Refused although it would have been possible; by the called side or by a rule on the way.',
    hint: 'Location U: the called side. Other locations: a network or PBX rule. With a text that starts `v=analytics1` on a 603: call-blocking analytics.',
  },
  22: {
    name: 'number changed',
    reading: 'The number was given up for a new one. Update the directory.',
  },
  23: {
    name: 'redirected to new destination',
    reading: 'The call is to be sent to another destination.',
  },
  24: {
    name: 'rejected by a feature at the destination',
    reading: 'A feature refused the call: anonymous-call rejection, screening, a closed group.',
  },
  25: {
    name: 'exchange routing error',
    reading: 'The hop counter ran out or a loop was found between switches.',
  },
  26: {
    name: 'non-selected user clearing',
    reading: 'Another terminal took the call; this one is released. Not an error.',
  },
  27: {
    name: 'destination out of order',
    reading: 'The line, PBX or gateway of the called side is down.',
  },
  28: {
    name: 'invalid or incomplete number',
    reading: 'Digits missing or in a format that the switch does not take.',
  },
  29: { name: 'facility rejected', reading: 'A supplementary service was asked for and refused.' },
  30: {
    name: 'response to status enquiry',
    reading: 'Part of an ISDN status dialogue. Not an error.',
  },
  31: {
    name: 'normal, unspecified',
    reading: 'A catch-all that explains nothing. Look at the code, the timing and other messages.',
  },
  34: {
    name: 'no circuit available',
    reading:
      'All channels of the trunk are taken. Congestion: add channels or overflow to another route.',
  },
  38: {
    name: 'network out of order',
    reading: 'A larger part of the network is down, and will be for some time.',
  },
  39: {
    name: 'permanent connection down',
    reading: 'A permanent frame-mode connection is out of service.',
  },
  40: {
    name: 'permanent connection up',
    reading: 'A permanent frame-mode connection works again.',
  },
  41: {
    name: 'temporary failure',
    reading: 'A short fault in the network. Try again or use another route.',
  },
  42: { name: 'switch congestion', reading: 'The switch is overloaded.' },
  43: {
    name: 'access information discarded',
    reading: 'Information such as user-to-user data or a subaddress could not be delivered.',
  },
  44: {
    name: 'requested channel not available',
    reading: 'The channel that was asked for is taken, often two calls meeting on one channel.',
  },
  46: {
    name: 'precedence call blocked',
    reading: 'No circuit could be freed for the precedence of this call (MLPP).',
  },
  47: {
    name: 'resource unavailable',
    reading:
      'Something is used up that the cause does not name. On Cisco CUCM and CUBE typically DSP, transcoder or MTP, that is a codec problem.',
  },
  49: { name: 'quality of service unavailable', reading: 'The requested quality cannot be given.' },
  50: { name: 'facility not subscribed', reading: 'The feature is not part of the subscription.' },
  52: {
    name: 'outgoing calls barred',
    reading:
      'The calling line may not make such calls (value used by vendors, not defined by ITU-T).',
  },
  53: {
    name: 'outgoing calls barred in closed group',
    reading: 'The closed user group of the caller does not allow the call.',
  },
  54: {
    name: 'incoming calls barred',
    reading:
      'The called line may not receive such calls (value used by vendors, not defined by ITU-T).',
  },
  55: {
    name: 'incoming calls barred in closed group',
    reading: 'The closed user group of the callee does not allow the call.',
  },
  57: {
    name: 'bearer capability not authorised',
    reading:
      'The line may not use this kind of call, such as data or an international destination.',
  },
  58: {
    name: 'bearer capability not available',
    reading:
      'The kind of call or codec cannot be offered at present: look for DSP or codec limits.',
  },
  62: {
    name: 'inconsistent access information',
    reading: 'Outgoing access information and subscriber class contradict each other.',
  },
  63: {
    name: 'service unavailable',
    reading: 'The service is not available; the cause does not say why.',
  },
  65: {
    name: 'bearer capability not implemented',
    reading: 'The kind of call or codec is not supported at all.',
  },
  66: { name: 'channel type not implemented', reading: 'The channel type is not supported.' },
  69: { name: 'facility not implemented', reading: 'The supplementary service is not supported.' },
  70: {
    name: 'restricted digital only',
    reading: 'Only a restricted digital bearer (56 kbit/s) is possible.',
  },
  79: {
    name: 'service not implemented',
    reading: 'The service is not supported; the cause does not say which.',
  },
  81: {
    name: 'invalid call reference',
    reading: 'The switch does not know this call (ISDN state lost).',
  },
  82: {
    name: 'channel does not exist',
    reading: 'The channel is not configured on this interface.',
  },
  83: {
    name: 'wrong identity of suspended call',
    reading: 'A suspended call exists, under another identity.',
  },
  84: { name: 'call identity in use', reading: 'The identity chosen for suspending is taken.' },
  85: { name: 'no call suspended', reading: 'There is no suspended call to resume.' },
  86: { name: 'suspended call cleared', reading: 'The call to resume has been cleared meanwhile.' },
  87: {
    name: 'not a member of the closed group',
    reading: 'The callee does not belong to the caller’s closed user group.',
  },
  88: {
    name: 'incompatible destination',
    reading:
      'The far end cannot take this kind of call: voice to a fax or data line, or codec mismatch.',
  },
  90: { name: 'closed group does not exist', reading: 'The closed user group named is unknown.' },
  91: { name: 'invalid transit network', reading: 'The transit network selection is malformed.' },
  95: {
    name: 'invalid message',
    reading: 'A signalling message was not valid. Check the ISUP or ISDN variant.',
  },
  96: {
    name: 'mandatory element missing',
    reading:
      'A mandatory information element was missing. Check the ISUP or ISDN variant of the gateway.',
  },
  97: {
    name: 'message type unknown',
    reading: 'The message type is not implemented at the far switch.',
  },
  98: {
    name: 'message not compatible with state',
    reading: 'The message does not fit the state of the call, or is unknown.',
  },
  99: {
    name: 'element unknown',
    reading: 'An information element or parameter was not recognised.',
  },
  100: {
    name: 'invalid element contents',
    reading: 'An information element has an invalid value, often number type or plan.',
  },
  101: {
    name: 'message in wrong state',
    reading: 'The message came at the wrong moment; the two switches disagree about the call.',
  },
  102: {
    name: 'recovery on timer expiry',
    reading:
      'A switch waited for the next message of the call and gave up: the far switch is silent.',
  },
  103: {
    name: 'unknown parameter passed on',
    reading: 'A parameter was not recognised and passed on. Not an error in itself.',
  },
  110: {
    name: 'message with unknown parameter discarded',
    reading: 'A message was dropped, since it held an unknown parameter.',
  },
  111: { name: 'protocol error', reading: 'A protocol error without further detail.' },
  127: {
    name: 'interworking',
    reading: 'The real cause is unknown: the call left ISDN for a network that reports none.',
  },
};
