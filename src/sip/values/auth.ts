import { parseParams, type Params } from './params.ts';
import { capped } from './text.ts';

/** Scheme and comma-separated parameters: the shape that challenges and credentials share (RFC 3261 §25.1). */
export interface Auth {
  /** Lower case: `digest`, `basic`, `ntlm` … */
  readonly scheme: string;
  readonly params: Params;
}

export function parseAuth(value: string): Auth {
  const text = capped(value.trim());
  const blank = text.search(/\s/);
  const scheme = (blank < 0 ? text : text.slice(0, blank)).toLowerCase();
  return { scheme, params: parseParams(blank < 0 ? '' : text.slice(blank + 1), ',') };
}
