import type { RefusalRuleId } from '../../model/response-args.ts';

/** Which rule tells a final response; every code that is left out is told by `resp-other`. */
export const RULE_OF_CODE: Readonly<Record<number, RefusalRuleId>> = {
  301: 'resp-410-301-moved',
  400: 'resp-400-malformed',
  402: 'resp-403-policy',
  403: 'resp-403-policy',
  404: 'resp-404-number',
  405: 'resp-405-501-method',
  406: 'resp-415-406-body',
  408: 'resp-408-timeout',
  // Leftovers of RFC 2543; some gateways make 409 of Q.850 causes about the message.
  409: 'resp-400-malformed',
  410: 'resp-410-301-moved',
  411: 'resp-400-malformed',
  413: 'resp-513-size',
  414: 'resp-513-size',
  415: 'resp-415-406-body',
  420: 'resp-420-421-extension',
  421: 'resp-420-421-extension',
  422: 'resp-422-session-interval',
  430: 'resp-480-unavailable',
  473: 'vendor-routing-code',
  474: 'vendor-routing-code',
  475: 'vendor-routing-code',
  476: 'vendor-routing-code',
  477: 'vendor-routing-code',
  478: 'vendor-routing-code',
  479: 'vendor-routing-code',
  480: 'resp-480-unavailable',
  482: 'resp-482-loop',
  483: 'resp-483-hops',
  484: 'resp-484-digits',
  485: 'resp-404-number',
  486: 'resp-486-busy',
  488: 'resp-488-media',
  493: 'resp-493-smime',
  494: 'resp-494-secagree',
  500: 'resp-500-server',
  501: 'resp-405-501-method',
  502: 'resp-502-504-gateway',
  503: 'resp-503-overload',
  504: 'resp-502-504-gateway',
  513: 'resp-513-size',
  555: 'resp-555-push',
  580: 'resp-580-precondition',
  600: 'resp-600-604',
  604: 'resp-600-604',
  606: 'resp-606-media',
};

/** A rule of its own tells it, in dialogs as well. */
export const STATE_LOST = 481;

/**
 * Codes that have rules of their own, with other arguments: they are told as a refusal only where something besides
 * the code (a Reason) makes a failure of them.
 */
export const TOLD_ELSEWHERE: ReadonlySet<number> = new Set([
  300, 302, 305, 380, 487, 603, 607, 608,
]);
