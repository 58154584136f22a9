import type { Dialect } from '../dialect.ts';

/** Avaya Workplace Attendant (WebSphere SIP container): the row tells the direction, nothing else; CRLF in an LF log. */
export const avayaAttendant: Dialect = {
  id: 'avaya-attendant',
  patterns: [
    {
      mark: ' - CallServer.',
      row: / - CallServer\.(?:requestReceived|responseReceived|(?<way>sending)Out (?:Request|Response))\s*$/,
      read: ({ way }) => ({ sent: way !== undefined }),
    },
  ],
};
