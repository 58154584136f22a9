import type { Dialect } from '../dialect.ts';

/** One attribute a row. */
const attribute = (text: string): RegExp => new RegExp(String.raw`(?:^|\s)${text}\s*$`);

/**
 * JAIN-SIP's ServerLog (Mobicents, Restcomm): a `<message` element with one attribute a row, the message in CDATA. The start line
 * stands twice, as an attribute too.
 */
export const jainSipXml: Dialect = {
  id: 'jain-sip-xml',
  patterns: [
    { mark: '<message', row: /<message\s*$/ },
    { mark: 'from="', row: attribute('from="(?<from>[^"\\s]+)"'), adds: true },
    { mark: 'to="', row: attribute('to="(?<to>[^"\\s]+)"'), adds: true },
    { mark: 'time="', row: attribute('time="(?<time>1\\d{12})"'), adds: true },
  ],
  end: /^\]\]>$/,
  gap: 12,
};
