import type { Dialect, Facts } from '../dialect.ts';

/** `[ V4 192.0.2.1:5060 TCP … ]`, `[ V6 2001:db8::1 port=5060 TCP … ]`. */
const tuple = (end: 'remote' | 'local', transport: string): string =>
  String.raw`\[ V[46] (?<${end}>[^\s\]]+)(?: port=(?<${end}Port>\d+))? ${transport}[^\]]{0,300}\]`;

const REMOTE = tuple('remote', '(?<transport>[A-Z]{2,4})');
const LOCAL = tuple('local', '[A-Z]{2,4}');

/**
 * reSIProcate, and Bria and others built on it (Transport.cxx, TransportSelector.cxx, at debug level): the peer as a tuple, of sent
 * messages the own end too. What is no printable ASCII in a sent message is printed as `%e9`.
 */
export const resiprocate: Dialect = {
  id: 'resiprocate',
  patterns: [
    { mark: 'incoming from: [ V', row: new RegExp(`(?<way>incoming) from: ${REMOTE}`) },
    {
      mark: 'Transmitting to [ V',
      row: new RegExp(String.raw`(?<way>Transmitting) to ${REMOTE} tlsDomain=\S* via ${LOCAL}`),
      read: withoutPortZero,
    },
  ],
  end: /^sigcomp id=/,
};

/** A connection's own end has port 0 until it is bound. */
function withoutPortZero(facts: Facts): Facts {
  const { local = '', localPort, ...rest } = facts;
  return local.endsWith(':0') || localPort === '0' ? rest : facts;
}
