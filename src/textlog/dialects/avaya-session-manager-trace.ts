import type { Dialect, Facts, Pattern } from '../dialect.ts';

/** `-->` came in, `<--` went out: as seen from the network. */
const HEAD =
  /(?<!\d)(?<day>\d\d)\/(?<month>\d\d)\/(?<year>\d{4}) (?<clock>\d\d:\d\d:\d\d\.\d{1,6}) (?<arrow>-->|<--)(?:\s+octets: (?<size>\d{1,7}),.*)?\s*$/;
const PAIR = '\\{ L(?<local>[^\\s/]{1,80})/R(?<remote>[^\\s/]{1,80})/(?<transport>\\w{2,4})/';

/**
 * Avaya Session Manager, SIP tracer (traceSM, `SIPMSGT` records): stamp, sizes and both connections between rows of 20 dashes, the
 * message, 20 dashes.
 */
export const avayaSessionManagerTrace: Dialect = {
  id: 'avaya-session-manager-trace',
  patterns: [
    { mark: '-->', row: HEAD, read: headOf },
    { mark: '<--', row: HEAD, read: headOf },
    { mark: 'octets: ', row: /octets: (?<size>\d{1,7}), Body Length: \d+/, adds: true },
    { mark: 'ingress: ', row: new RegExp(`ingress: ${PAIR}`), adds: true },
    { mark: 'egress: ', row: new RegExp(`(?<!\\w)egress: ${PAIR}`), adds: true },
    ...['ingress: ', 'egress: ', 'MsgContext: ', 'trace-seq: '].map(nothing),
  ],
  end: /^-{20}$/,
};

function headOf({ size }: Facts, { groups = {} }: RegExpExecArray): Facts {
  const { day, month, year, clock, arrow } = groups;
  const facts: Facts = { time: `${year}-${month}-${day} ${clock}`, sent: arrow === '<--' };
  if (size !== undefined) facts.size = size;
  return facts;
}

/** A row of the envelope that says nothing about the message. */
function nothing(mark: string): Pattern {
  return {
    mark,
    row: new RegExp(`(?<!\\w)\\w{0,3}${mark.trimEnd()}`),
    read: () => ({}),
    adds: true,
  };
}
