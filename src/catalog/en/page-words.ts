import type { PageWords } from '../page-words.ts';

export const EN_PAGE_WORDS: PageWords = {
  labels: {
    incidents: 'Incidents',
    calls: 'Calls',
    others: 'Other conversations',
    noted: 'Noted',
    figures: 'Key figures',
    sources: 'What was read',
    codes: 'Responses that occur',
    contents: 'Contents',
    why: 'Why',
    fix: 'Do',
    causes: 'Often',
    evidence: 'Proof',
    where: 'Where',
    overTime: 'Over time',
    example: 'Example',
    twin: 'Beside a call that worked',
    also: 'Also',
    openCall: 'Open call {id}',
    showCalls: 'List {calls}',
    copyTicket: 'Copy as ticket',
    copied: 'Copied',
    copyByHand: 'Copy this text',
    filter: 'Filter calls',
    filterHint: 'number, Call-ID, code, rule, i1 …',
    shown: '{shown} of {all} calls',
    noMatch: 'No call matches.',
    back: 'All calls',
    keys: '/ filters · ↑ ↓ move · Enter opens · Esc goes back',
    flow: 'Message flow',
    findings: 'Findings',
    noFindings: 'Nothing was found about this call.',
    noDetail:
      'This report carries no messages of this call. “siptriage ladder <path> --call {id}” shows them.',
    message: 'Message',
    noText: 'The report carries no text of this message.',
    pick: 'Choose a message in the flow to read it.',
    affected: 'affected',
    unaffected: 'not affected',
    attempts: 'attempts',
    failedCall: 'failed ({id})',
    workedCall: 'worked ({id})',
    absent: 'absent',
    moreDifferences: '{n} more differences',
    causedBy: 'follows from: {title}',
    limit: 'mind',
    notRead: 'not read',
    toneFailure: 'failed',
    tonePeople: 'ended by people',
    toneGood: 'went well',
    toneAside: 'incomplete or scan',
    ticketTime: 'Time (UTC)',
    ticketLocal: 'Local time',
    ticketAffected: 'Affected calls',
    ticketParties: 'From / to',
    ticketRoute: 'Sent from / to',
    ticketResponse: 'Response',
    ticketMore: 'and {n} more',
  },
  verdict: ({ failed, wrong, wrongText, all, allText, share, causes, causesText }) => {
    const calls = all === 1 ? 'call' : 'calls';
    const why = causes === 0 ? '' : `, for ${causesText} ${causes === 1 ? 'cause' : 'causes'}`;
    if (all === 0) return causes === 0 ? 'No calls.' : `No calls; ${causesText} problems.`;
    if (wrong === 0 && causes === 0) return `${allText} ${calls}, no problem found.`;
    if (wrong === 0) {
      return `No call of ${allText} failed; ${causesText} other ${causes === 1 ? 'problem' : 'problems'}.`;
    }
    const how = failed === 0 ? 'went wrong' : wrong > failed ? 'failed or went wrong' : 'failed';
    return `${wrongText} of ${allText} ${calls} ${how} (${share})${why}.`;
  },
  partial: 'Reading was interrupted: this covers what was read so far.',
  dimensions: {
    source: 'Sent from',
    destination: 'Sent to',
    userAgent: 'User-Agent',
    prefix: 'Called number',
    account: 'Account',
    code: 'Response',
  },
  untold: '(none given)',
  share: (share) => `${share} of all calls`,
  window: (affected, attempts, share) =>
    `${affected} of the ${attempts} calls in that time (${share})`,
  facts: {
    calls: 'calls',
    failed: 'failed',
    messages: 'SIP messages',
    sources: 'sources',
    outcome: 'Outcome',
    final: 'Response',
    stage: 'Reached',
    release: 'Ended',
    start: 'Began',
    elapsed: 'Lasted',
    path: 'Path',
  },
  detailed: (shown, all) =>
    `${shown} of ${all} calls come with their messages: examples of every incident first. The others are rows of the list.`,
  unlisted: (count, text, outcomes) =>
    `${text} more ${count === 1 ? 'call has' : 'calls have'} no row of their own: ${outcomes}.`,
  moreProblems: (count, text) =>
    `${text} more ${count === 1 ? 'incident is' : 'incidents are'} told in the list of calls only.`,
  packetPlace: (path, frame) => `${path}, frame ${frame}`,
  linePlace: (path, line) => `${path}:${line}`,
};
