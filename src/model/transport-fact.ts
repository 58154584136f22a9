/**
 * What was seen below SIP and matters to it: refused connections, resets, ICMP errors, lost fragments. Facts are no messages; rules that
 * explain silence read them.
 */
import type { FlowAddresses } from './packet.ts';

/** Where a fact was seen: first and last time, and how often. */
export interface FactSighting {
  readonly frame: number;
  readonly offset: number;
  /** µs since 1970 UTC. */
  readonly time: number;
  lastFrame: number;
  lastTime: number;
  count: number;
}

/** An ICMP or ICMPv6 error and the datagram that it quotes. */
export interface IcmpFact {
  readonly kind: 'icmp-unreachable';
  /** 4: ICMP, 6: ICMPv6; the types differ. */
  readonly version: 4 | 6;
  readonly type: number;
  readonly code: number;
  /** Address of the host or router that sent the error, 4 or 16 bytes. */
  readonly reporter: Uint8Array;
  /** The quoted datagram's ends, as its sender wrote them. */
  readonly flow: FlowAddresses;
  /** IP protocol of the quoted datagram: 6, 17, 132. */
  readonly protocol: number;
  /** A SIP port, or a quoted text that begins like SIP. */
  readonly sip: boolean;
  /** Start line of the quoted message, '' when it was not quoted. */
  readonly startLine: string;
}

/** A connection to a SIP port that did not come about. */
export interface ConnectFailedFact {
  readonly kind: 'tcp-connect-failed';
  /** Ends of the SYN. */
  readonly flow: FlowAddresses;
  readonly how: 'reset' | 'silent';
  /** Copies of the SYN. */
  readonly attempts: number;
}

/** The end of a connection that carried SIP. */
export interface ConnectionClosedFact {
  readonly kind: 'tcp-closed';
  /** Ends of the packet that closed it. */
  readonly flow: FlowAddresses;
  readonly how: 'rst' | 'fin';
  /** Last bytes from the closing side and to it, µs since 1970 UTC; NaN when there were none. */
  readonly lastSent: number;
  readonly lastReceived: number;
}

/** Bytes of a connection that carried SIP and could not go on: each sighting is a copy, or a window that is still closed. */
export interface ConnectionStalledFact {
  readonly kind: 'tcp-stalled';
  /** The way that the bytes should have gone. */
  readonly flow: FlowAddresses;
  /** One segment was sent again and again, or its receiver had no room for more (RFC 9293 §3.8.6). */
  readonly how: 'repeated' | 'zero-window';
  /** When the bytes were sent first, or the window was closed, µs since 1970 UTC. */
  readonly since: number;
}

/** A WebSocket handshake for SIP that was not accepted as such (RFC 7118 §4). */
export interface UpgradeFailedFact {
  readonly kind: 'ws-upgrade-failed';
  /** Ends of the HTTP response. */
  readonly flow: FlowAddresses;
  /** HTTP status; 101 when only the subprotocol was not accepted. */
  readonly status: number;
}

/** What a certificate says; nothing of it is verified. */
export interface CertificateSummary {
  /** `CN=sip.example.com, O=Example`. */
  readonly subject: string;
  readonly issuer: string;
  /** Subject alternative names: DNS names, URIs, IPv4 addresses. */
  readonly names: readonly string[];
  /** µs since 1970 UTC; NaN when unreadable. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/** A TLS alert (RFC 8446 §6); level and description are -1 when it was encrypted and there were no keys. */
export interface TlsAlert {
  /** 1 warning, 2 fatal. */
  readonly level: number;
  readonly description: number;
  readonly fromClient: boolean;
}

/** How the TLS handshake of a connection that may carry SIP went. */
export interface TlsHandshakeFact {
  readonly kind: 'tls-handshake';
  /** Ends as the client sees them: from it to the server. */
  readonly flow: FlowAddresses;
  /** `unseen`: the capture begins after it. `closed`: the connection ended before it was over. */
  readonly outcome: 'established' | 'alert' | 'closed' | 'unseen';
  /** Content was decrypted. */
  readonly decrypted: boolean;
  /** '' when the client named none, or its ClientHello was not seen. */
  readonly serverName: string;
  /** Application protocols offered, e.g. `sip/2`. */
  readonly protocols: readonly string[];
  /** Versions that the client offered, e.g. 0x0303 for TLS 1.2. */
  readonly offered: readonly number[];
  /** Version and cipher suite that the server chose; 0 when it did not. */
  readonly version: number;
  readonly cipherSuite: number;
  /** An earlier session goes on: no certificate is sent. */
  readonly resumed: boolean;
  readonly alert: TlsAlert | null;
  /** The server's, up to TLS 1.2 or with keys. */
  readonly certificate: CertificateSummary | null;
}

/** Fragments of one capture so far; the object is kept up to date while it is read. */
export interface FragmentsSeen {
  /** Fragments that begin a datagram: only they carry ports. */
  first: number;
  /** Fragments that do not. None at all: a capture filter on ports takes them away. */
  later: number;
  /** Datagrams that were put together. */
  completed: number;
}

/** A datagram that may have carried SIP and whose fragments did not all arrive. */
export interface FragmentLossFact {
  readonly kind: 'ip-fragment-loss';
  /** Ends of the datagram; ports are 0 when its first fragment is missing. */
  readonly flow: FlowAddresses;
  /** IP protocol of the datagram: 6, 17, 132. */
  readonly protocol: number;
  /** IPv4 or IPv6 identification. */
  readonly id: number;
  /** Fragments of it that were seen. */
  readonly fragments: number;
  /** Byte ranges of the datagram that are missing, the end left out; Infinity when the last fragment is missing. */
  readonly missing: readonly (readonly [from: number, to: number])[];
  /** A SIP port, or a first fragment that begins like SIP. */
  readonly sip: boolean;
  /** Start line and Call-ID of the message, '' when they were not seen. */
  readonly startLine: string;
  readonly callId: string;
  /** Of the whole capture: read it after the source has ended. */
  readonly seen: Readonly<FragmentsSeen>;
}

export type TransportFact =
  | IcmpFact
  | FragmentLossFact
  | ConnectFailedFact
  | ConnectionClosedFact
  | ConnectionStalledFact
  | UpgradeFailedFact
  | TlsHandshakeFact;

/** A fact as it is kept. */
export type SeenFact = TransportFact & FactSighting;
