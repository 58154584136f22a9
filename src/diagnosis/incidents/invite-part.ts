/** One field, or one line of the session description, of an INVITE that is held against another one. */
export interface InvitePart {
  readonly part: 'start-line' | 'header' | 'sdp';
  readonly name: string;
  /** What is compared: without what differs from call to call. */
  readonly key: string;
  /** What is shown. */
  readonly shown: string;
}

/** Longest value that is compared, and longest that is shown, in characters. */
const MAX_COMPARED = 1024;
export const MAX_SHOWN = 200;

export function compared(text: string): string {
  return text.length > MAX_COMPARED ? text.slice(0, MAX_COMPARED) : text;
}
