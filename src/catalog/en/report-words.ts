import type { Counted, ReportWords } from '../report-words.ts';

const counted =
  (one: string, many: string): Counted =>
  (count, text) =>
    `${text} ${count === 1 ? one : many}`;

export const EN_REPORT_WORDS: ReportWords = {
  read: 'Read',
  calls: 'Calls',
  problems: 'Problems',
  noted: 'Noted',
  notRead: 'not read',
  first: 'first',
  noDate: 'no times in the source',
  moreReasons: counted('more reason', 'more reasons'),
  period: (from, to, duration) => `${from} – ${to} UTC (${duration})`,
  countFiles: counted('file', 'files'),
  moreFiles: (count, text) =>
    `and ${text} more ${count === 1 ? 'file' : 'files'}, read without loss`,
  countPackets: counted('packet', 'packets'),
  countLines: counted('line', 'lines'),
  countMessages: counted('SIP message', 'SIP messages'),
  countDuplicates: counted('second sighting', 'second sightings'),
  countCalls: counted('call', 'calls'),
  countRegistrations: counted('registration', 'registrations'),
  countCauses: counted('cause', 'causes'),
  otherRequests: (list) => `Also seen: ${list}`,
  noSip: 'No SIP message was found.',
  noSipHint: 'What was seen instead is listed above as not read.',
  noCalls: 'No calls: no INVITE was seen.',
  pddLine: (median, p95) => `PDD median ${median}, 95 % within ${p95}`,
  excluded: (count, text) =>
    `${text} unfinished or unsolicited ${count === 1 ? 'call' : 'calls'} left out of the ratios`,
  shareOfCalls: (share) => `${share} of all calls`,
  call: 'Call',
  why: 'Why',
  evidence: 'Proof',
  fix: 'Do',
  also: 'Also',
  after: (duration) => `after ${duration}`,
  silence: (awaited, from, duration) =>
    `no ${awaited} seen from ${from}${duration === '' ? '' : ` for ${duration}`}`,
  awaited: {
    '1xx–6xx': 'response',
    '180–699': 'response beyond 100',
    '2xx–6xx': 'final response',
  },
  copies: (n) => `×${n}`,
  moreLikeIt: (_, text) => `and ${text} more like it`,
  moreEvidence: (count, text) => `${text} more ${count === 1 ? 'row' : 'rows'} in the JSON report`,
  hiddenProblems: (count, text) =>
    `${text} more ${count === 1 ? 'problem is' : 'problems are'} not shown; --limit 0 shows all of them.`,
  codeTitle: (code, label) => `${code}: ${label}.`,
  codeCauses: 'Often',
  noRule: 'no rule explains it further',
  allWell: (count, text, outcomes) =>
    `No problems found in ${text} ${count === 1 ? 'call' : 'calls'}: ${outcomes}.`,
  restLine: (count, text, outcomes) =>
    `${text} ${count === 1 ? 'call' : 'calls'} without a problem: ${outcomes}.`,
  columns: {
    time: 'time',
    from: 'from',
    to: 'to',
    outcome: 'outcome',
    code: 'code',
    pdd: 'PDD',
    talk: 'talk',
    rule: 'rule',
  },
  noMatchingCalls: 'No call matches.',
  ladderNoMessages: 'The report carries no messages of this call.',
  notShownLanes: (count, text) =>
    `${text} ${count === 1 ? 'endpoint has' : 'endpoints have'} no lane of their own at this width`,
  duplicateSightings: (_, text) => `seen ${text} times`,
  retransmitted: (n, duration) => `×${n} in ${duration}`,
  untilEnd: (duration) => `${duration} until the capture ends`,
  worstCall: 'the worst call of the capture; choose another one with --call',
};
