import { NO_PARAMS, parseParams, type Params } from './params.ts';
import { capped } from './text.ts';

/** `value;param=…`: Event, Subscription-State, Session-Expires, Content-Disposition, one member of Accept. */
export interface ValueParams {
  readonly value: string;
  readonly params: Params;
}

export function parseValueParams(text: string): ValueParams {
  const short = capped(text);
  const semicolon = short.indexOf(';');
  if (semicolon < 0) return { value: short.trim(), params: NO_PARAMS };
  return {
    value: short.slice(0, semicolon).trim(),
    params: parseParams(short.slice(semicolon + 1)),
  };
}
