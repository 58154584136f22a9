/** A datagram whose fragments did not all arrive. */
export interface FragmentLoss {
  /** Source then destination address, `addressLength` bytes each. */
  readonly addresses: Uint8Array;
  readonly addressLength: 4 | 16;
  /** IP protocol of the datagram. */
  readonly protocol: number;
  /** IPv4 or IPv6 identification. */
  readonly id: number;
  /** First fragment that was seen. */
  readonly frame: number;
  readonly offset: number;
  /** µs since 1970 UTC. */
  readonly time: number;
  readonly fragments: number;
  /** Byte ranges of the datagram that are missing, the end left out; Infinity when the last fragment is missing. */
  readonly missing: readonly (readonly [from: number, to: number])[];
  /** What was captured of the datagram's beginning, transport header first; empty when the first fragment is missing. */
  readonly head: Uint8Array;
}

export interface FragmentSink {
  /** A fragment was seen; `first` is the one that begins its datagram, `datagram` is equal for all of them. */
  fragment(first: boolean, datagram: string): void;
  /** A datagram was put together. */
  completed(): void;
  fragmentLoss(loss: FragmentLoss): void;
}
