import { METHODS } from '../../sip/methods.ts';
import type { Dialect } from '../dialect.ts';

const ENDS =
  /(?:^|\s)(?<transport>udp|tcp|tls|sctp|wss?):(?<from>[^\s:]\S*) -> (?:udp|tcp|tls|sctp|wss?):(?<to>[^\s:]\S*)\s*$/;

/** The sip_trace table of Kamailio and OpenSIPS as web pages show it: time, method, status; then both ends; then the message. */
export const siptraceWebView: Dialect = {
  id: 'siptrace-web-view',
  patterns: [
    ...METHODS.map((method) => ({
      mark: ` (${method})`,
      row: new RegExp(
        String.raw`(?:^|\s)(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?) \(${method}\)(?: \d{3})?\s*$`,
      ),
    })),
    { mark: ' -> ', row: ENDS, adds: true },
    { mark: ' -> ', row: ENDS },
  ],
};
