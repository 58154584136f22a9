/** English texts: success. What has succeeded depends on the method in CSeq. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes2xx = {
  200: {
    label: 'success',
    note: 'Success; of what, the CSeq method says',
    meaning:
      'The request named in CSeq succeeded. For INVITE the call is answered and must be acknowledged with ACK; for REGISTER the binding is stored for the time given per Contact; for BYE the call is torn down; for CANCEL only the CANCEL itself was received; for OPTIONS the node is alive.',
    when: 'As the last response of every healthy transaction. Trouble shows around it: copies of the same 200, or nothing where media or a BYE should follow.',
    causes: [
      'INVITE: somebody, or a voicemail box, IVR or queue, has answered',
      'INVITE, same 200 again and again: the ACK is lost or goes to the wrong place; after about 32 s the callee hangs up',
      'INVITE, a second 200 with another To tag: two devices answered at the same time',
      'REGISTER with a shorter expiry than asked for: registrar policy, often 60 to 120 s to keep NAT open',
      'REGISTER without the Contact just sent: it was a removal or a query, or the registrar dropped the binding',
      'CANCEL: the INVITE still gets its own final response, a 487 or a crossing 200',
      'OPTIONS: the SIP stack runs; that calls can be routed is not proven',
    ],
    fix: {
      caller: [
        'INVITE: send the ACK to the Contact of the 200 along the recorded route',
        'Second 200 from a fork: acknowledge it and send BYE on that dialog',
        'REGISTER: refresh by the time that was granted, not by the time that was asked for',
      ],
      operator: [
        'Repeated 200: check Contact and Record-Route as seen at this point, then NAT and SIP ALG',
        'After CANCEL judge the call by the final response to the INVITE, not by the 200 to the CANCEL',
      ],
      callee: ['Put an address into Contact that the caller’s side can reach'],
    },
    neighbours: [
      { code: 202, difference: '202: accepted for later; the work is not done yet.' },
      { code: 183, difference: '183: audio before the answer; 200 is the answer.' },
      {
        code: 487,
        difference: '487: ends the cancelled INVITE; the 200 beside it belongs to the CANCEL.',
      },
    ],
  },
  202: {
    label: 'accepted (deprecated)',
    note: 'Accepted, not done yet; result comes later',
    meaning:
      'The request was understood and will be worked on; the result comes separately. The code is deprecated for SUBSCRIBE, where 200 is used now, but it is still the usual answer to REFER and to stored messages.',
    when: 'As the answer to REFER in call transfers, to MESSAGE that is stored for later delivery, and to SUBSCRIBE on older systems.',
    causes: [
      'Call transfer: Asterisk, FreeSWITCH and most phones accept a REFER with 202',
      'MESSAGE stored for an offline user, for example by Kamailio’s msilo',
      'SUBSCRIBE to an older presence or BLF server that still waits for approval',
      'Transfer that fails afterwards: only the NOTIFY with the sipfrag body tells',
    ],
    fix: {
      caller: [
        'Wait for the NOTIFY: its sipfrag body carries the real result of a transfer',
        'Keep the first call until the sipfrag says 200, so that a failed transfer does not lose the caller',
      ],
      operator: [
        'No NOTIFY in the 32 s after a 202 to SUBSCRIBE or REFER: check the sender of the 202 and the path back',
      ],
      callee: ['Send the first NOTIFY right after accepting; answer SUBSCRIBE with 200'],
    },
    neighbours: [
      { code: 200, difference: '200: done, or for SUBSCRIBE granted.' },
      { code: 204, difference: '204: success, and no NOTIFY will follow.' },
    ],
  },
  204: {
    label: 'success, no NOTIFY',
    note: 'Refreshed; nothing new, no NOTIFY follows',
    meaning:
      'The subscription was refreshed, and because the subscriber already has the current state, no NOTIFY will be sent for it.',
    when: 'As the answer to a SUBSCRIBE inside a running subscription that carried Suppress-If-Match. Rare outside presence systems built for low traffic.',
    causes: [
      'Subscriber refreshed with the entity-tag of the state it already holds',
      'Mobile client saving traffic: it wakes up, refreshes, and wants no unchanged state back',
    ],
    fix: {
      caller: ['Do not wait for a NOTIFY, and keep the state you have'],
      operator: [],
      callee: [],
    },
    neighbours: [
      { code: 200, difference: '200: refreshed, and a NOTIFY with the state follows.' },
      { code: 412, difference: '412: the entity-tag of a PUBLISH is no longer known.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
