/** What the address says after its `#`: a call, and the row of its ladder that is looked at. */
export interface Route {
  readonly call: string | null;
  readonly row: number | null;
}

export function routeOf(hash: string): Route {
  const [, call, row] = /^#call=(\w+)(?:&row=(\d+))?$/.exec(hash) ?? [];
  return { call: call ?? null, row: row === undefined ? null : Number(row) };
}

export function hrefOf(call: string, row?: number): string {
  return row === undefined ? `#call=${call}` : `#call=${call}&row=${row}`;
}
