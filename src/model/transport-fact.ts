/**
 * What was seen below SIP and matters to it: refused connections, resets, ICMP errors. Facts are no messages; rules that
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

/** A WebSocket handshake for SIP that was not accepted as such (RFC 7118 §4). */
export interface UpgradeFailedFact {
  readonly kind: 'ws-upgrade-failed';
  /** Ends of the HTTP response. */
  readonly flow: FlowAddresses;
  /** HTTP status; 101 when only the subprotocol was not accepted. */
  readonly status: number;
}

export type TransportFact = IcmpFact | ConnectFailedFact | ConnectionClosedFact | UpgradeFailedFact;

/** A fact as it is kept. */
export type SeenFact = TransportFact & FactSighting;
