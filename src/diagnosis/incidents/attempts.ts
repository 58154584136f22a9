import type { IncidentDimension } from '../../model/vocabulary.ts';
import { Values } from './values.ts';

const FIRST_ROOM = 256;

/** The different values of all dimensions but the code, shared by everything that is counted. */
export class DimensionValues {
  /** Of `source` and `destination`. */
  readonly addresses = new Values();
  readonly userAgents = new Values();
  readonly prefixes = new Values();
}

/**
 * Every call of the report, or every conversation of one kind, as columns of eighteen bytes: healthy ones are what
 * affected ones are held against.
 */
export class Attempts {
  length = 0;
  /** When each began, µs; NaN without a clock. */
  starts = new Float64Array(FIRST_ROOM);
  readonly values: DimensionValues;
  readonly #columns: Record<IncidentDimension, Uint16Array> = {
    source: new Uint16Array(FIRST_ROOM),
    destination: new Uint16Array(FIRST_ROOM),
    userAgent: new Uint16Array(FIRST_ROOM),
    prefix: new Uint16Array(FIRST_ROOM),
    code: new Uint16Array(FIRST_ROOM),
  };

  constructor(values: DimensionValues) {
    this.values = values;
  }

  /** Returns its number. Values are ids of `DimensionValues`; `code` is the final status, 0 without one. */
  add(
    start: number,
    source: number,
    destination: number,
    userAgent: number,
    prefix: number,
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
    columns.prefix[number] = prefix;
    columns.code[number] = code;
    return number;
  }

  /** Ids by the number of the attempt. */
  column(dimension: IncidentDimension): Uint16Array {
    return this.#columns[dimension];
  }

  text(dimension: IncidentDimension, id: number): string {
    const { addresses, userAgents, prefixes } = this.values;
    if (dimension === 'code') return id === 0 ? '' : String(id);
    if (dimension === 'userAgent') return userAgents.text(id);
    return (dimension === 'prefix' ? prefixes : addresses).text(id);
  }

  #grow(): void {
    const room = 2 * this.starts.length;
    const starts = new Float64Array(room);
    starts.set(this.starts);
    this.starts = starts;
    const columns = this.#columns;
    for (const dimension of Object.keys(columns) as IncidentDimension[]) {
      const column = new Uint16Array(room);
      column.set(columns[dimension]);
      columns[dimension] = column;
    }
  }
}
