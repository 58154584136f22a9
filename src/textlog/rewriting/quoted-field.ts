/** Characters of a field that are kept. */
const MAX_TEXT = 1 << 20;

/** A quoted field of CSV whose text takes several rows; a quote within it is doubled (RFC 4180 §2). */
export class QuotedField {
  /** Its rows so far, quotes undone. */
  readonly rows: string[] = [];
  isClosed = false;
  #length = 0;

  /** Takes the next row of it; false when it is too long for a field. */
  take(row: string): boolean {
    const end = closingQuote(row);
    this.isClosed = end >= 0;
    this.#length += row.length;
    if (this.#length > MAX_TEXT) return false;
    this.rows.push((end < 0 ? row : row.slice(0, end)).replaceAll('""', '"'));
    return true;
  }
}

function closingQuote(row: string): number {
  for (let at = row.indexOf('"'); at >= 0; at = row.indexOf('"', at + 2)) {
    if (row[at + 1] !== '"') return at;
  }
  return -1;
}
