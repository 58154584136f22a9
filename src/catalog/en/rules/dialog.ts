import type { DialogIdTexts, RouteTexts } from '../../rule-families.ts';

const outcomeOf = (code: number): string => (code === 0 ? 'got no reply' : `ended in ${code}`);

export const routeRules: RouteTexts = {
  'record-route-missing-lr': {
    summary: 'A proxy recorded its route without lr, and a request of the call failed.',
    title: (a) =>
      `The Record-Route of ${a.route} lacks lr, and the ${a.method} ${outcomeOf(a.code)}.`,
    explanation: (a) =>
      `Without lr a proxy asks for the old strict routing, in which each node rewrites the Request-URI. Few still can; the ${a.method} was last seen at ${a.node}.`,
    fix: (a) => [`Have ${a.route} write ;lr into its Record-Route.`],
  },
  'route-set-lost': {
    summary: 'A request of the call left out the proxies that had to be on its way.',
    title: (a) =>
      `${a.sender} sent the ${a.method} without the recorded route, and it ${outcomeOf(a.code)}.`,
    explanation: (a) =>
      `The set-up recorded ${a.expected}; the request names ${a.found === '' ? 'no Route' : a.found}. ${a.node} cannot tell which dialog it belongs to and where it has to go.`,
    fix: (a) => [
      `Have ${a.sender} keep the Record-Route of the set-up and send it as Route in every later request (RFC 3261 §12.2.1.1).`,
      'If the fields were there when they left: an SBC rule or a SIP ALG on the way removes them.',
    ],
  },
  'in-dialog-bypasses-proxy': {
    summary: 'A request of the call went past the proxy that wanted to stay on the way.',
    title: (a) => `${a.sender} sent the ${a.method} past ${a.proxy}, directly to ${a.target}.`,
    explanation: (a) =>
      `${a.proxy} put itself into Record-Route. What goes past it misses its accounting, its NAT handling and its limits.${a.failed ? ` The ${a.method} ${outcomeOf(a.code)}.` : ''}`,
    fix: (a) => [
      `Have ${a.sender} send later requests along the recorded route.`,
      `If the proxy has two interfaces: have it record both (double Record-Route).`,
    ],
  },
  'target-refresh-ignored': {
    summary: 'A request went to a Contact that had been replaced.',
    title: (a) =>
      `${a.sender} sent the ${a.method} to ${a.old}, which had been replaced by ${a.now}.`,
    explanation: (a) =>
      `The other side changed its Contact in a re-INVITE or UPDATE that was accepted. From then on the new one counts; the ${a.method} to the old one ${outcomeOf(a.code)}.`,
    fix: (a) => [
      `Update the software of ${a.sender}, or keep the Contact of the other side fixed (an SBC can).`,
    ],
  },
};

export const dialogIdRules: DialogIdTexts = {
  'branch-reused': {
    summary: 'Two requests carry the same branch.',
    title: (a) => `${a.sender} used one branch for ${a.first} and ${a.second}.`,
    explanation: (a) =>
      `${a.node} tells requests apart by the branch (${a.branch}) and may take the second for a copy of the first. It ${outcomeOf(a.code)}.`,
    fix: (a) => [`Update the software of ${a.sender}: every request needs a branch of its own.`],
  },
  'call-id-reused': {
    summary: 'One Call-ID carries several calls.',
    title: (a) => `${a.sender} began another call under a Call-ID that it had used.`,
    explanation: (a) =>
      [
        a.how === 'other-tag'
          ? 'The From tag is another one.'
          : 'The From tag is the same, and CSeq starts again.',
        ...(a.overlapping ? ['The attempt before it was not over.'] : []),
        `The calls are judged one by one here; servers on the way may take one for a part of the other. Call-ID: ${a.callId}.`,
      ].join(' '),
    fix: (a) => [
      `Update the software of ${a.sender}, or give it a working source of random numbers: a device that starts without a clock may make the same ids again.`,
    ],
  },
  'cseq-out-of-order': {
    summary: 'A request was refused because its CSeq number is too low.',
    title: (a) =>
      `${a.sender} sent the ${a.method} with CSeq ${a.cseq} after ${a.before}, and got ${a.code}.`,
    explanation: () =>
      'Inside a dialog each side counts its requests up. A receiver has to refuse what is not above the last number.',
    fix: (a) => [
      `Look for the B2BUA or SBC that numbers the requests of ${a.sender} anew, or for two nodes that speak for one dialog.`,
    ],
  },
  'tag-problems': {
    summary: 'A tag is missing without which a dialog has no name.',
    title: (a) =>
      a.how === 'no-to-tag'
        ? `The ${a.code} of ${a.node} to the ${a.method} has no To tag.`
        : `The ${a.method} of ${a.node} has no From tag, and was refused with ${a.code}.`,
    explanation: () =>
      'Call-ID, From tag and To tag together name a dialog. Without one of them later requests (ACK, BYE) cannot be matched.',
    fix: (a) => [
      `Update the software of ${a.node}; it follows RFC 2543, or an SBC rule removes tags.`,
    ],
  },
  'via-stack-broken': {
    summary: 'A response came back with the wrong Vias, and was not taken.',
    title: (a) => `${a.receiver} does not take the ${a.code} of ${a.node}: its Via is not right.`,
    explanation: (a) =>
      a.how === 'top'
        ? `The response says ${a.found}, the request said ${a.expected}. A client drops what does not carry its own Via; ${a.copies} more copies of the request followed.`
        : `The request had ${a.expected} Via${a.expected === '1' ? '' : 's'}, the response has ${a.found}. ${a.copies} more copies of the request followed.`,
    fix: (a) => [
      `Have ${a.node} copy the Via fields of the request, all and in order, and each proxy take off its own only.`,
      'A SIP ALG in between may have rewritten the request and not the response.',
    ],
  },
  'via-loop-visible': {
    summary: 'A request went in a circle.',
    title: (a) =>
      `The INVITE went through ${a.node} ${a.passes} times${a.code === 0 ? '' : ` and ended in ${a.code}`}.`,
    explanation: (a) =>
      a.sameUri
        ? 'It came by with the same Request-URI again, so nothing that a node decides could change: it goes round until Max-Forwards is used up.'
        : 'So many passes are no detour that anybody plans, even if the Request-URI changed on each.',
    fix: (a) => [
      `Compare the routes of ${a.node} and of the node that sends the call back to it, for this number.`,
      'Call forwardings that point at each other do the same.',
    ],
  },
  'max-breadth-or-fork-bomb': {
    summary: 'A call was forked to very many targets at once.',
    title: (a) =>
      a.code > 0
        ? `${a.node} refused to fork the call further (${a.code}).`
        : `${a.node} rang ${a.branches} targets at once.`,
    explanation: () =>
      'Each branch may fork again; a few nodes that fork to each other multiply one call to thousands of requests. Max-Breadth (RFC 5393) bounds that.',
    fix: (a) => [
      `Look at the bindings and ring groups behind the called number at ${a.node}: stale registrations, a group within a group.`,
    ],
  },
};
