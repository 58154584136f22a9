import { decimal } from './text.ts';

export interface HostPort {
  /** As written; IPv6 literals without their brackets. */
  readonly host: string;
  /** Null when absent or not a port. */
  readonly port: number | null;
}

/** `host`, `host:port`, `[v6]:port` (RFC 3261 §25.1); a bare IPv6 literal is taken as a host (RFC 5118 §4.1). */
export function parseHostPort(text: string): HostPort {
  const trimmed = text.trim();
  if (trimmed.startsWith('[')) {
    const close = trimmed.indexOf(']');
    if (close < 0) return { host: trimmed.slice(1), port: null };
    const rest = trimmed.slice(close + 1).trim();
    const port = rest.startsWith(':') ? decimal(rest.slice(1).trim(), 65535) : null;
    return { host: trimmed.slice(1, close), port };
  }
  const colon = trimmed.indexOf(':');
  if (colon < 0 || trimmed.includes(':', colon + 1)) return { host: trimmed, port: null };
  return {
    host: trimmed.slice(0, colon).trim(),
    port: decimal(trimmed.slice(colon + 1).trim(), 65535),
  };
}
