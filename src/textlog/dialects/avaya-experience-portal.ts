import type { Dialect } from '../dialect.ts';

/**
 * Avaya Voice Portal and Experience Portal, SessionManager.log at FINEST: the start line stands behind `<`, and `>|` ends the record.
 * Newer versions print both ends, older ones the peer of what they send.
 */
export const avayaExperiencePortal: Dialect = {
  id: 'avaya-experience-portal',
  patterns: [
    {
      mark: ' sock=',
      row: /\|(?<way>RCV|SND) sock=\S{1,20} src=(?<from>\S{1,80}) dst=(?<to>\S{1,80}) </,
    },
    {
      mark: 'oNetwork: To ',
      row: /oNetwork: To (?<remote>[^\s[]{1,80})\[[\d:]{1,20}\] </,
      read: (facts) => ({ ...facts, sent: true }),
    },
    { mark: '::ProcessRead: <', row: /\bSIP\w{3}::ProcessRead: </, read: () => ({ sent: false }) },
  ],
  end: /^>\|/,
};
