import type { Dialect } from '../dialect.ts';

/** What the JAIN-SIP log viewer saves as text: stamp, direction and both ends, the message, 23 dashes. */
export const sipViewerText: Dialect = {
  id: 'sip-viewer-text',
  patterns: [
    {
      mark: ' --> ',
      row: /\[(?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{3})\] (?:IN|OUT) (?<from>\S+:\d+) --> (?<to>\S+:\d+)\s*$/,
    },
  ],
  end: /^-{23}$/,
};
