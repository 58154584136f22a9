/** What an address of one's own estate may be. */
export const ESTATE_ROLES = ['trunk', 'sbc', 'proxy', 'pbx', 'phones', 'realm', 'other'] as const;
export type EstateRole = (typeof ESTATE_ROLES)[number];

/** A name for addresses: a trunk, an SBC, a range of phones, a private realm. */
export interface EstateEntry {
  readonly name: string;
  readonly role?: EstateRole | undefined;
  /** Each an address, `address:port`, a network (`192.0.2.0/24`), or a host name with or without port. */
  readonly addresses: readonly string[];
}
