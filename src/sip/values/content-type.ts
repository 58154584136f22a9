import { parseValueParams } from './value-params.ts';
import type { Params } from './params.ts';

/** Content-Type (RFC 3261 §20.15). */
export interface ContentType {
  /** `application/sdp`: lower case, blanks removed. */
  readonly type: string;
  readonly params: Params;
}

export function parseContentType(text: string): ContentType {
  const { value, params } = parseValueParams(text);
  return { type: value.toLowerCase().replace(/\s+/g, ''), params };
}
