import type { Dialect } from '../dialect.ts';

/** SIP.js in a browser's console (transport.ts): the browser's date with its zone, the logger, direction. No addresses. */
export const sipjs: Dialect = {
  id: 'sipjs',
  patterns: [
    {
      mark: ' WebSocket ',
      row: /\| sip\.[Tt]ransport \|(?: [^|]{1,80} \|)? (?<way>[Ss]ending|[Rr]eceived) WebSocket (?:text |binary )?message:/,
    },
  ],
};

/** Other rows of SIP.js. */
export const sipjsQuiet: Dialect = {
  id: sipjs.id,
  patterns: [{ mark: '| sip.', row: /\| sip\.[A-Za-z][\w.-]{1,40} \| / }],
};
