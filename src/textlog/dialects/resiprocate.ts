import type { Dialect, Facts } from '../dialect.ts';

/** `[ V4 192.0.2.1:5060 TCP … ]`, `[ V6 2001:db8::1 port=5060 TCP … ]`. */
const tuple = (end: string): string =>
  String.raw`\[ V[46] (?<${end}>[^\s\]]+)(?: port=(?<${end}Port>\d+))? (?<${end === 'remote' ? 'transport' : 'own'}>[A-Z]{2,4})[^\]]{0,300}\]`;

/**
 * reSIProcate, and Bria and others built on it (Transport.cxx, TransportSelector.cxx, at debug level): the peer as a tuple, of sent
 * messages the own end too. What is no printable ASCII in a sent message is printed as `%e9`.
 */
export const resiprocate: Dialect = {
  id: 'resiprocate',
  patterns: [
    {
      mark: 'incoming from: [ V',
      row: new RegExp(`(?<way>incoming) from: ${tuple('remote')}`),
    },
    {
      mark: 'Transmitting to [ V',
      row: new RegExp(
        String.raw`(?<way>Transmitting) to ${tuple('remote')} tlsDomain=\S* via ${tuple('local')}`,
      ),
      read: withoutAnyPort,
    },
  ],
  end: /^sigcomp id=/,
};

/** A connection's own end is printed with port 0 until it is bound. */
function withoutAnyPort(facts: Facts): Facts {
  const { way, remote, transport, local } = facts;
  const isOpen = local === undefined || /:0$/.test(local) || facts.localPort === '0';
  const { remotePort, localPort } = facts;
  return {
    ...(way === undefined ? {} : { way }),
    ...(remote === undefined ? {} : { remote }),
    ...(remotePort === undefined ? {} : { remotePort }),
    ...(transport === undefined ? {} : { transport }),
    ...(isOpen ? {} : { local }),
    ...(isOpen || localPort === undefined ? {} : { localPort }),
  };
}
