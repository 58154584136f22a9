import type { Dialect } from '../dialect.ts';

/**
 * dart-sip-ua, the SIP stack of Flutter (socket_transport.dart, websocket_*_impl.dart): direction only, the stamp of the logger in
 * front. Loggers that print row by row put their tag and a new stamp in front of each.
 */
export const dartSipUa: Dialect = {
  id: 'dart-sip-ua',
  patterns: [
    {
      mark: ' message:',
      row: /(?:transport\.dart\S*(?: [^:]{1,80})? ::: |SIP_(?:UA_)?LOG (?=\d).{19,30}? )(?<way>received) (?:text|binary) message:\s*$/,
    },
    {
      mark: 'send: ',
      row: /(?:impl\.dart\S*(?: [^:]{1,80})? ::: |SIP_(?:UA_)?LOG (?=\d).{19,30}? )(?<way>send): *$/,
    },
  ],
};

/** Other rows of the logger. */
export const dartSipUaQuiet: Dialect = {
  id: dartSipUa.id,
  patterns: ['SIP_LOG ', 'SIP_UA_LOG '].map((mark) => ({
    mark,
    row: new RegExp(String.raw`(?:^|\s)${mark}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d`),
  })),
};
