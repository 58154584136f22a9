import type { Dialect, Facts } from '../dialect.ts';

const PAIR = /([A-Za-z-]{1,20})="([^"]*)"/g;

/**
 * Cisco Expressway and VCS diagnostic logs: both ends and UTC in one row, the message between bars behind `SIPMSG:`. The rows at
 * level INFO repeat the event without its message; the transport is in Via alone.
 */
export const ciscoExpressway: Dialect = {
  id: 'cisco-expressway',
  patterns: [
    {
      mark: 'Module="network.sip" Level="DEBUG"',
      row: /UTCTime="(?<time>[\d :,.-]{19,26})" Module="network\.sip" Level="DEBUG":(?<pairs>.*)/,
      read: ({ time }, { groups }) => factsOf(`${time ?? ''}Z`, groups?.['pairs'] ?? ''),
    },
  ],
  end: /^\|$/,
};

function factsOf(time: string, text: string): Facts | null {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(PAIR)) values.set(name, value);
  if (values.has('Detail')) return null;
  const facts: Facts = { time, sent: values.get('Action') === 'Sent' || values.has('Dst-ip') };
  const peer = facts.sent === true ? 'Dst' : 'Src';
  put(facts, 'remote', values.get(`${peer}-ip`));
  put(facts, 'remotePort', values.get(`${peer}-port`));
  put(facts, 'local', values.get('Local-ip'));
  put(facts, 'localPort', values.get('Local-port'));
  return facts;
}

function put(
  facts: Facts,
  name: 'remote' | 'remotePort' | 'local' | 'localPort',
  value: string | undefined,
): void {
  if (value !== undefined && value !== '') facts[name] = value;
}
