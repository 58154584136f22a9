import type { PhraseId } from '../vendor-phrases.ts';

/** What a known wording tells, in one or two sentences. */
export const EN_PHRASES: Readonly<Record<PhraseId, string>> = {
  'kamailio-trying':
    'This hop is Kamailio (or its ancestor SER): its script has taken the call over.',
  'opensips-trying': 'This hop is OpenSIPS: its script has taken the call over.',
  'cirpack-in-band':
    'A Cirpack softswitch is playing tones or an announcement; listen to the early media.',
  'kamailio-send-error':
    'Kamailio could not hand the request to the next hop: TCP or TLS connection failed, or the network refused the packet.',
  'kamailio-unresolvable': 'Kamailio got no address from DNS for the next hop.',
  'kamailio-bad-uri': 'Kamailio cannot use the URI that its script wants to route to.',
  'kamailio-server-error':
    'Kamailio hit an internal error while relaying: often no usable outgoing socket or transport, or an error in the script.',
  'kamailio-cancelled': 'Kamailio itself ended the transaction after a CANCEL.',
  'kamailio-not-relaying':
    'Kamailio’s sample script refuses to relay for strangers: neither caller nor callee belongs to one of its own domains.',
  'kamailio-not-here':
    'Kamailio got a request inside a call without the recorded route. This is a Route or Record-Route fault, not a wrong number.',
  'kamailio-ims-challenge':
    'A Kamailio S-CSCF asks the handset to authenticate. Normal on the first REGISTER.',
  'opensips-blocked':
    'OpenSIPS has the next hop on a blocklist, usually after it failed a moment ago.',
  'opensips-bad-uri': 'OpenSIPS cannot use the URI that its script wants to route to.',
  'opensips-unresolvable': 'OpenSIPS got no address from DNS for the next hop.',
  'opensips-send-failed':
    'OpenSIPS could not hand the request to the next hop: connection failed, or the network refused the packet.',
  'opensips-server-error':
    'OpenSIPS hit an internal error while relaying: script, socket or memory.',
  'ser-too-many-branches':
    'The proxy has more targets for this call than it can fork to. Look for stale registrations.',
  'ser-external-logic': 'A program that the routing script calls has failed.',
  'ser-signature':
    'Written by Kamailio or OpenSIPS itself, not by a script or a device behind it: the suffix names the module, TM (transactions) or SL (stateless).',
  'asterisk-bad-auth':
    'Asterisk’s old SIP driver: credentials were sent and are wrong. Check secret, user name and realm.',
  'freeswitch-max-sessions': 'FreeSWITCH has reached its limit of calls or of calls per second.',
  'sofia-dns-error':
    'Sofia-SIP made this 503 up locally, since DNS gave no address. The far end never sent it.',
  'cisco-media':
    'Cisco IOS wording: the gateway or CUBE cannot use the offered SDP, mostly codec or DSP.',
  'network-blocked':
    'Call-blocking analytics of a carrier (603+). The Reason header should say whom to ask for redress.',
  'stale-date':
    'The Identity token was too old (60 s is customary): clock skew, long post-dial delay, or a token used twice.',
  'telnyx-limit':
    'Telnyx: a limit of the account, profile, connection or number is reached (calls at once, or rate).',
  'telnyx-account':
    'Telnyx: refused by the state or a rule of account, connection or profile; check billing too.',
  'telnyx-no-forwarding': 'Telnyx: nothing is assigned to receive calls for this number.',
  'telnyx-auth': 'Telnyx: credentials or connection settings do not match.',
  'telnyx-uri': 'Telnyx: SIP URI or subdomain is not valid.',
  'telnyx-caller-id': 'Telnyx: caller ID refused. Send your own number in E.164 format.',
  'telnyx-no-profile': 'Telnyx: the connection has no outbound voice profile.',
  'telnyx-no-route': 'Telnyx: no route to this destination.',
  'telnyx-other': 'Telnyx: refused; look the D number up in its list of response codes.',
  'completed-elsewhere': 'Answered on another device. This branch is not a missed call.',
  'freeswitch-ack-timeout': 'FreeSWITCH dropped the call, since its 200 OK was never acknowledged.',
  'drachtio-ack-timeout':
    'A drachtio application dropped the call, since its 200 OK was never acknowledged.',
  'analytics-blocking':
    'Blocked by call analytics (603+), even where a B2BUA has rewritten the code or phrase. The text names a contact.',
  srvcc:
    'The call was being moved between 4G/5G and circuit-switched voice (SRVCC); the text tells how that went.',
  'freeswitch-cause-name': 'Written by FreeSWITCH: the name of its hangup cause.',
  'ser-noisy-feedback':
    'Debugging note of Kamailio, OpenSIPS or SER with the addresses as the proxy saw them. Useful for NAT questions, not an error.',
  'cucm-no-device':
    'CUCM knows no trunk or phone for the address and port that this request came from. Check the destination address of the SIP trunk.',
};
