import { splitList } from '../field.ts';
import { NO_PARAMS, parseParams, type Params } from './params.ts';
import { capped, decimal } from './text.ts';

/** One Reason value (RFC 3326 §2; Q.850 in responses RFC 6432; location RFC 8606; several of one protocol RFC 9366). */
export interface Reason {
  /** As written; compare without case. */
  readonly protocol: string;
  readonly cause: number | null;
  readonly text: string;
  /** RFC 8606 §4 code (`U`, `LN`, `TN` …), '' when absent. */
  readonly location: string;
  readonly params: Params;
}

/** Every value on one Reason line. */
export function parseReasons(line: string): Reason[] {
  return splitList(capped(line)).map(parseReason);
}

export function parseReason(value: string): Reason {
  const text = capped(value);
  const semicolon = text.indexOf(';');
  const params = semicolon < 0 ? NO_PARAMS : parseParams(text.slice(semicolon + 1));
  return {
    protocol: (semicolon < 0 ? text : text.slice(0, semicolon)).trim(),
    cause: decimal(params.get('cause') ?? '', 999),
    text: params.get('text') ?? '',
    location: params.get('location') ?? '',
    params,
  };
}

/** The first value of a protocol: the one that classifies (RFC 9366). */
export function reasonOf(reasons: readonly Reason[], protocol: string): Reason | undefined {
  const wanted = protocol.toLowerCase();
  return reasons.find((reason) => reason.protocol.toLowerCase() === wanted);
}
