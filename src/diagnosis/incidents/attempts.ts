import type { IncidentDimension } from '../../model/vocabulary.ts';
import { Values } from './values.ts';

const FIRST_ROOM = 256;

/** The different values of all dimensions but the code, shared by everything that is counted. */
export class DimensionValues {
  /** Of `source` and `destination`. */
  readonly addresses = new Values();
  readonly userAgents = new Values();
  readonly prefixes = new Values();
  /** Addresses of record: whom a registration is for. */
  readonly accounts = new Values();
}

/** What calls are counted by. */
const CALLS = ['source', 'destination', 'userAgent', 'prefix', 'code'] as const;
/** What is no call goes to no number; whose it is stands first, because devices may share an address. */
const OTHERS = ['account', 'source', 'destination', 'userAgent', 'code'] as const;

/**
 * Every call of the report, or every conversation of one kind, as columns of eighteen bytes: healthy ones are what
 * affected ones are held against.
 */
export class Attempts {
  length = 0;
  /** When each began, µs; NaN without a clock. */
  starts = new Float64Array(FIRST_ROOM);
  readonly values: DimensionValues;
  /** In the order in which they are told. */
  readonly dimensions: readonly IncidentDimension[];
  readonly #columns = {
    source: new Uint16Array(FIRST_ROOM),
    destination: new Uint16Array(FIRST_ROOM),
    userAgent: new Uint16Array(FIRST_ROOM),
    /** The prefix of a called number, else the account. */
    party: new Uint16Array(FIRST_ROOM),
    code: new Uint16Array(FIRST_ROOM),
  };

  constructor(values: DimensionValues, of: 'calls' | 'others' = 'calls') {
    this.values = values;
    this.dimensions = of === 'calls' ? CALLS : OTHERS;
  }

  /**
   * Returns its number. Values are ids of `DimensionValues`; `party` is the prefix of a call's number, else the account; `code`
   * is the final status, 0 without one.
   */
  add(
    start: number,
    source: number,
    destination: number,
    userAgent: number,
    party: number,
    code: number,
  ): number {
    const number = this.length;
    if (number === this.starts.length) this.#grow();
    const columns = this.#columns;
    this.length = number + 1;
    this.starts[number] = start;
    columns.source[number] = source;
    columns.destination[number] = destination;
    columns.userAgent[number] = userAgent;
    columns.party[number] = party;
    columns.code[number] = code;
    return number;
  }

  /** Ids by the number of the attempt. */
  column(dimension: IncidentDimension): Uint16Array {
    const isParty = dimension === 'prefix' || dimension === 'account';
    return this.#columns[isParty ? 'party' : dimension];
  }

  text(dimension: IncidentDimension, id: number): string {
    const { addresses, userAgents, prefixes, accounts } = this.values;
    if (dimension === 'code') return id === 0 ? '' : String(id);
    if (dimension === 'userAgent') return userAgents.text(id);
    if (dimension === 'account') return accounts.text(id);
    return (dimension === 'prefix' ? prefixes : addresses).text(id);
  }

  #grow(): void {
    const room = 2 * this.starts.length;
    const starts = new Float64Array(room);
    starts.set(this.starts);
    this.starts = starts;
    const columns = this.#columns;
    for (const dimension of Object.keys(columns) as (keyof typeof columns)[]) {
      const column = new Uint16Array(room);
      column.set(columns[dimension]);
      columns[dimension] = column;
    }
  }
}
