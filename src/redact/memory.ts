/** Longer texts are not remembered: hostile ones of any length are not held. */
const LONGEST = 512;

/** Results by text, of which the ones used lately stay when there are too many; what is forgotten comes out the same again. */
export class Memory<Value> {
  #recent = new Map<string, Value>();
  #older = new Map<string, Value>();
  readonly #half: number;

  constructor(most: number) {
    this.#half = most / 2;
  }

  get(text: string): Value | undefined {
    const value = this.#recent.get(text);
    if (value !== undefined) return value;
    const older = this.#older.get(text);
    if (older !== undefined) this.set(text, older);
    return older;
  }

  set(text: string, value: Value): Value {
    if (text.length > LONGEST) return value;
    if (this.#recent.size >= this.#half) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(text, value);
    return value;
  }
}
