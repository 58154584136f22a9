import { splitList } from '../field.ts';
import { parseHostPort } from './host-port.ts';
import { NO_PARAMS, parseParams, type Params } from './params.ts';
import { capped, decimal } from './text.ts';

/** One hop of the Via stack (RFC 3261 §20.42). */
export interface Via {
  /** `SIP/2.0`, blanks removed. */
  readonly protocol: string;
  /** Upper case: `UDP`, `TCP`, `TLS`, `WSS`, `TLS-SCTP` … */
  readonly transport: string;
  readonly host: string;
  readonly port: number | null;
  /** Source address that the next hop noted (§18.2.1), '' when absent. */
  readonly received: string;
  /** RFC 3581: null when absent, 0 when asked for, else the source port that the next hop noted. */
  readonly rport: number | null;
  /** '' when absent. */
  readonly branch: string;
  readonly params: Params;
}

type Head = Pick<Via, 'protocol' | 'transport' | 'host' | 'port'>;

/** Parses one Via value. */
export function parseVia(value: string): Via {
  const text = capped(value.trim());
  const semicolon = text.indexOf(';');
  const params = semicolon < 0 ? NO_PARAMS : parseParams(text.slice(semicolon + 1));
  const rport = params.get('rport');
  return {
    ...parseHead(semicolon < 0 ? text : text.slice(0, semicolon)),
    received: params.get('received') ?? '',
    rport: rport === undefined ? null : (decimal(rport, 65535) ?? 0),
    branch: params.get('branch') ?? '',
    params,
  };
}

/** Where the hop wants its responses (`sent-by`), without a look at the parameters. */
export function parseSentBy(value: string): Pick<Via, 'host' | 'port'> {
  const text = capped(value.trim());
  const semicolon = text.indexOf(';');
  return parseHead(semicolon < 0 ? text : text.slice(0, semicolon));
}

function parseHead(head: string): Head {
  const first = head.indexOf('/');
  const second = first < 0 ? -1 : head.indexOf('/', first + 1);
  const tail = head.slice(second + 1).trim();
  const blank = tail.search(/\s/);
  return {
    protocol: second < 0 ? '' : head.slice(0, second).replace(/\s+/g, ''),
    transport: (blank < 0 ? tail : tail.slice(0, blank)).toUpperCase(),
    ...parseHostPort(blank < 0 ? '' : tail.slice(blank)),
  };
}

/** Every value on one Via line, topmost first. */
export function parseVias(line: string): Via[] {
  return splitList(capped(line)).map(parseVia);
}
