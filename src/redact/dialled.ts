import type { Numbers } from './numbers.ts';

/** Calls whose last number is remembered; all are forgotten when there are more. */
const MAX_CALLS = 50_000;
/** Beginning of an INVITE in which its Call-ID is looked for, characters. */
const MAX_HEAD = 8192;

const DIALLED = /^INVITE\s{1,8}(?:sips?|tel):\+?(\d{1,32})(?=[@;:\s])/i;
const CALL_ID = /^(?:call-id|i)[ \t]{0,8}:[ \t]{0,8}(\S{1,256})/im;

/** Digit after digit (RFC 3578): each INVITE of a call has the number of the one before it and more. */
export class Dialled {
  readonly #numbers: Numbers;
  readonly #last = new Map<string, string>();

  constructor(numbers: Numbers) {
    this.#numbers = numbers;
  }

  /** Looks at a message before it is hidden, so that a longer number begins like the shorter one also when hidden. */
  notice(text: string): void {
    const digits = DIALLED.exec(text)?.[1];
    if (digits === undefined) return;
    const callId = CALL_ID.exec(text.slice(0, MAX_HEAD))?.[1];
    if (callId === undefined) return;
    const before = this.#last.get(callId);
    if (before === digits) return;
    if (before !== undefined && digits.startsWith(before)) this.#numbers.goesOn(before, digits);
    if (this.#last.size >= MAX_CALLS) this.#last.clear();
    this.#last.set(callId, digits);
  }
}
