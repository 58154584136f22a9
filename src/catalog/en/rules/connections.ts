import type { CertificateFault, TransportArgs } from '../../../model/rule-args.ts';
import type { ConnectionTexts } from '../../rule-families.ts';

type Family = TransportArgs['tls-handshake-failed']['family'];

const FAMILY: Readonly<Record<Family, { what: string; fix: string }>> = {
  certificate: {
    what: 'the certificate of the other side was not accepted',
    fix: 'Check the certificate: validity, names (the SIP domain as SAN, RFC 5922), and that the whole chain is sent and its root is trusted.',
  },
  version: {
    what: 'the two have no TLS version in common',
    fix: 'Allow TLS 1.2 or 1.3 on both sides.',
  },
  cipher: {
    what: 'the two have no cipher suite or group in common',
    fix: 'Compare the cipher suites and curves of both sides; RSA and ECDSA certificates allow different ones.',
  },
  name: {
    what: 'the server does not know the name that was asked for',
    fix: 'Compare the name that the client asks for (SNI) with what the server is set up for.',
  },
  'client-certificate': {
    what: 'the server wants a certificate of the client',
    fix: 'Install a client certificate that the server trusts (mutual TLS), or let the server do without.',
  },
  other: {
    what: 'the handshake was broken off',
    fix: 'Look into the logs of both ends; they say more than the alert.',
  },
};

const FAULT: Readonly<Record<CertificateFault, string>> = {
  expired: 'has expired',
  'not-yet-valid': 'is not valid yet',
  name: 'does not carry the name that the client asked for',
  'self-signed': 'is signed by itself',
};

/** `an INVITE`, `a BYE`. */
const one = (method: string): string => (/^[AEIOU]/.test(method) ? `an ${method}` : `a ${method}`);

export const connectionRules: ConnectionTexts = {
  'tcp-connect-failed': {
    summary: 'A TCP connection for SIP did not come about.',
    title: (a, f) =>
      a.how === 'reset'
        ? `${a.server} refuses TCP connections from ${f.list(a.clients)}.`
        : `${a.server} does not answer TCP connections from ${f.list(a.clients)}.`,
    explanation: (a, f) => {
      const how =
        a.how === 'reset'
          ? 'The SYN is answered by a reset: nothing listens there, or a firewall rejects it.'
          : `${f.integer(a.attempts)} SYNs got no answer: the host is down, or a firewall drops them.`;
      const end = a.recovered
        ? ' SIP between the two was seen all the same, so another transport or another try works.'
        : ' Whatever was to be sent over this connection fails at its sender, mostly with 503 or 408 towards the caller.';
      return how + end;
    },
    fix: (a) => [
      `Check at ${a.server} that the service listens on TCP on this port; UDP alone is not enough.`,
      'Check firewalls and access lists between the two.',
    ],
  },
  'tcp-reset-mid-transaction': {
    summary: 'A connection was closed while a request on it was waiting.',
    title: (a) =>
      `${a.closer} ${a.how === 'rst' ? 'reset' : 'closed'} the connection while ${one(a.method)} was waiting for its answer.`,
    explanation: (a, f) => {
      const idle =
        a.idleUs === null ? '' : ` The connection had been silent for ${f.duration(a.idleUs)}.`;
      const end = a.recovered
        ? 'The answer came all the same, over another connection.'
        : 'No answer to it was seen afterwards.';
      return `The ${a.method} had been waiting for ${f.duration(a.pendingUs)}.${idle} ${end}`;
    },
    fix: (a) => [
      `Look into the log of ${a.closer}: restart, connection limit, or a message that it could not parse.`,
      'If it is an idle time-out of a firewall or load balancer: send keep-alives (CRLF or OPTIONS, RFC 5626 §4.4.1), or raise the time-out.',
    ],
  },
  'tcp-stalled': {
    summary: 'A TCP connection stood still under a request or its answer.',
    title: (a, f) =>
      a.how === 'repeated'
        ? `The connection to ${a.receiver} stood still for ${f.duration(a.stalledUs)}: one segment was sent ${f.integer(a.copies)} times.`
        : `${a.receiver} took no more bytes for ${f.duration(a.stalledUs)} (TCP zero window).`,
    explanation: (a) =>
      a.how === 'repeated'
        ? `Nothing acknowledged what ${a.sender} sent, while the ${a.method} was under way. SIP's timers go on meanwhile, and SIP itself does not repeat anything over TCP.`
        : `The program at ${a.receiver} does not read its socket, so ${a.sender} may not send, while the ${a.method} was under way. SIP's timers go on meanwhile.`,
    fix: (a) =>
      a.how === 'repeated'
        ? [
            `Look for packet loss or a lost binding (NAT, firewall, load balancer) between ${a.sender} and ${a.receiver}.`,
            'Send keep-alives over the connection, and close it when they are not answered.',
          ]
        : [
            `Check the load and the threads of the process at ${a.receiver}: it is stuck or too slow.`,
          ],
  },
  'tls-handshake-failed': {
    summary: 'A TLS handshake for SIP failed.',
    title: (a) => `TLS to ${a.server} failed: ${FAMILY[a.family].what}.`,
    explanation: (a, f) => {
      const who = a.fromClient ? a.client : a.server;
      const how = a.alert === '' ? `${who} broke it off.` : `${who} sent ${a.alert}.`;
      const fault = a.fault === '' ? '' : ` The certificate (${a.subject}) ${FAULT[a.fault]}.`;
      const name = a.serverName === '' ? '' : ` The client asked for ${a.serverName}.`;
      const version = a.version === '' ? '' : ` The client offers ${a.version} at most.`;
      const often = a.connections > 1 ? ` Seen on ${f.integer(a.connections)} connections.` : '';
      return how + fault + name + version + often;
    },
    fix: (a) => [FAMILY[a.family].fix],
  },
  'tls-certificate-problem': {
    summary: 'The certificate of a TLS connection for SIP has a fault.',
    title: (a) => `The certificate of ${a.server} ${FAULT[a.fault]}.`,
    explanation: (a, f) => {
      const day = f.date(new Date(a.since / 1000).toISOString());
      const who = `${a.subject || 'no subject'}, issued by ${a.issuer || 'an unnamed issuer'}.`;
      if (a.fault === 'expired')
        return `${who} It was valid until ${day}; peers that check it refuse the connection.`;
      if (a.fault === 'not-yet-valid')
        return `${who} It is valid from ${day} on: a new certificate, or a wrong clock.`;
      if (a.fault === 'name') {
        return `${who} Asked for was ${a.serverName}; it names ${a.names.length === 0 ? 'nothing else' : f.list(a.names)}.`;
      }
      return `${who} Only peers that were told to trust it accept it.`;
    },
    fix: (a) =>
      a.fault === 'name'
        ? [
            'Add the SIP domain as a subject alternative name (RFC 5922), or let the client use the right name.',
          ]
        : a.fault === 'not-yet-valid'
          ? [
              'Check the clocks of the capture and of both ends; else wait with the new certificate.',
            ]
          : ['Renew the certificate, and send the whole chain.'],
  },
  'ws-upgrade-failed': {
    summary: 'A WebSocket for SIP was not accepted.',
    title: (a) =>
      a.status === 101
        ? `${a.server} opened a WebSocket without accepting the subprotocol sip.`
        : `${a.server} refused the WebSocket with HTTP ${a.status}.`,
    explanation: (a, f) =>
      `${a.status === 101 ? 'Without the subprotocol a SIP client has to close the connection (RFC 7118 §4).' : 'SIP in the browser never begins.'} Seen ${a.attempts === 1 ? 'once' : `${f.integer(a.attempts)} times`}, from ${f.list(a.clients)}.`,
    fix: (a) =>
      a.status === 101
        ? [`Switch on SIP over WebSocket at ${a.server}; this is another WebSocket service.`]
        : [
            'Let the web proxy pass Upgrade, Connection and Sec-WebSocket-Protocol: sip on, with HTTP/1.1.',
            'Check path, origin and authentication of the WebSocket.',
          ],
  },
};
