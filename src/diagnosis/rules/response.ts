import type { CaptureRule } from '../overall/capture-rule.ts';
import type { Rule } from '../rule.ts';
import { maxForwardsLow } from './response/max-forwards-low.ts';
import { overlapDialling } from './response/overlap-dialling.ts';
import { overloadBurst } from './response/overload-burst.ts';
import { redirectLoop } from './response/redirect-loop.ts';
import { redirectNotFollowed } from './response/redirect-not-followed.ts';
import { resp400Malformed } from './response/resp-400-malformed.ts';
import { resp403Policy } from './response/resp-403-policy.ts';
import { resp404Number } from './response/resp-404-number.ts';
import { resp405501Method } from './response/resp-405-501-method.ts';
import { resp408Timeout } from './response/resp-408-timeout.ts';
import { resp410301Moved } from './response/resp-410-301-moved.ts';
import { resp415406Body } from './response/resp-415-406-body.ts';
import { resp420421Extension } from './response/resp-420-421-extension.ts';
import { resp422SessionInterval } from './response/resp-422-session-interval.ts';
import { resp480Unavailable } from './response/resp-480-unavailable.ts';
import { resp481StateLost } from './response/resp-481-state-lost.ts';
import { resp482Loop } from './response/resp-482-loop.ts';
import { resp483Hops } from './response/resp-483-hops.ts';
import { resp484Digits } from './response/resp-484-digits.ts';
import { resp486Busy } from './response/resp-486-busy.ts';
import { resp487Terminated } from './response/resp-487-terminated.ts';
import { resp488Media } from './response/resp-488-media.ts';
import { resp489Event } from './response/resp-489-event.ts';
import { resp491Glare } from './response/resp-491-glare.ts';
import { resp493Smime } from './response/resp-493-smime.ts';
import { resp494Secagree } from './response/resp-494-secagree.ts';
import { resp500Server } from './response/resp-500-server.ts';
import { resp502504Gateway } from './response/resp-502-504-gateway.ts';
import { resp503Overload } from './response/resp-503-overload.ts';
import { resp513Size } from './response/resp-513-size.ts';
import { resp555Push } from './response/resp-555-push.ts';
import { resp580Precondition } from './response/resp-580-precondition.ts';
import { resp600604 } from './response/resp-600-604.ts';
import { resp606Media } from './response/resp-606-media.ts';
import { respMessageRefused } from './response/resp-message-refused.ts';
import { respOther } from './response/resp-other.ts';
import { retryAfterIgnored } from './response/retry-after-ignored.ts';
import { vendorRoutingCode } from './response/vendor-routing-code.ts';

/** Final responses: what each refusal says, causes before what they explain; `resp-other` tells what no other rule does. */
export const RESPONSE_RULES: readonly Rule[] = [
  redirectLoop,
  redirectNotFollowed,
  vendorRoutingCode,
  resp513Size,
  resp400Malformed,
  resp482Loop,
  resp483Hops,
  maxForwardsLow,
  resp404Number,
  resp484Digits,
  overlapDialling,
  resp410301Moved,
  resp405501Method,
  respMessageRefused,
  resp502504Gateway,
  resp503Overload,
  resp403Policy,
  resp494Secagree,
  resp555Push,
  resp489Event,
  resp500Server,
  resp408Timeout,
  resp481StateLost,
  resp491Glare,
  resp488Media,
  resp606Media,
  resp415406Body,
  resp420421Extension,
  resp422SessionInterval,
  resp493Smime,
  resp580Precondition,
  resp600604,
  resp486Busy,
  resp480Unavailable,
  resp487Terminated,
  respOther,
];

/** Refusals of a node that together show more than each of them. */
export const RESPONSE_CAPTURE_RULES: readonly CaptureRule[] = [overloadBurst, retryAfterIgnored];
