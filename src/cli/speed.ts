/** What was read in this time decides how fast reading is now, ms. */
const WINDOW_MS = 5000;

/** How fast bytes are read. */
export class Speed {
  #marks: { readonly time: number; readonly bytes: number }[];

  /** Times in ms since 1970. */
  constructor(started: number) {
    this.#marks = [{ time: started, bytes: 0 }];
  }

  /** So many bytes were read by then. */
  at(time: number, bytes: number): void {
    const last = this.#marks.at(-1);
    if (last !== undefined && time - last.time < WINDOW_MS / 20) return;
    this.#marks.push({ time, bytes });
    while (this.#marks.length > 2 && time - (this.#marks[0]?.time ?? 0) > WINDOW_MS) {
      this.#marks.shift();
    }
  }

  get bytesPerSecond(): number {
    const [first] = this.#marks;
    const last = this.#marks.at(-1);
    if (first === undefined || last === undefined || last.time === first.time) return 0;
    return ((last.bytes - first.bytes) / (last.time - first.time)) * 1000;
  }

  /** How long so many bytes will take, s; null while nobody can say. */
  secondsFor(bytes: number): number | null {
    const speed = this.bytesPerSecond;
    return speed > 0 ? Math.ceil(bytes / speed) : null;
  }
}
