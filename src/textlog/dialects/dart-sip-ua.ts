import type { Dialect, Facts } from '../dialect.ts';

/** Where the library's printer, or another logger, says who speaks. */
const LOGGER = /(?:transport|_impl)\.dart|SIP_(?:UA_)?LOG \d/;
/** How much of the row in front of the words is looked at, in characters. */
const MAX_LOGGER = 200;

/**
 * dart-sip-ua, the SIP stack of Flutter (socket_transport.dart, websocket_*_impl.dart): direction only, the stamp of the logger in
 * front. Loggers that print row by row put their tag and a new stamp in front of each.
 */
export const dartSipUa: Dialect = {
  id: 'dart-sip-ua',
  patterns: [
    {
      mark: 'received ',
      row: /(?<= )(?<way>received) (?:text|binary) message:\s*$/,
      read: ofLogger,
    },
    { mark: 'send: ', row: /(?<= )(?<way>send): *$/, read: ofLogger },
  ],
};

function ofLogger(facts: Facts, { input, index }: RegExpExecArray): Facts | null {
  return LOGGER.test(input.slice(Math.max(0, index - MAX_LOGGER), index)) ? facts : null;
}

/** Other rows of the logger. */
export const dartSipUaQuiet: Dialect = {
  id: dartSipUa.id,
  patterns: ['SIP_LOG ', 'SIP_UA_LOG '].map((mark) => ({
    mark,
    row: new RegExp(String.raw`(?:^|\s)${mark}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d`),
  })),
};
