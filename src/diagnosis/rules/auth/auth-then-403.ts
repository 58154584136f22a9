import { partiesOf, differencesOf } from '../../facts/digest-attempts.ts';
import type { DigestTry, Rejection } from '../../facts/digest-chains.ts';
import { digestProof } from '../../facts/digest-proof.ts';
import { digestRule, severityOf } from '../../facts/digest-rule.ts';
import { forbiddenTopic } from '../../facts/wording.ts';
import { field } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { parseWarnings } from '../../../sip/values/warning.ts';

/** What a 403 may be about and still be about the account. */
const ABOUT_ACCOUNT: ReadonlySet<string> = new Set(['credentials', 'account', 'unknown']);
/** Longest phrase that is quoted, in characters. */
const MAX_PHRASE = 120;

/**
 * A request with credentials was answered with 403 by the server that had asked for them (RFC 3261 §21.4.4, FreeSWITCH's way
 * to say "wrong password"). Not told where the request went on from there or rang, since then the credentials were accepted,
 * nor where the phrase is about something else: number, limit, balance.
 */
export const authThen403 = digestRule({
  id: 'auth-then-403',
  severity: 'error',
  find(view) {
    const { run, last } = view;
    const { hop, given } = last;
    const { final } = hop;
    const [first] = given;
    if (final?.status !== 403 || first === undefined || wentOn(last)) return null;
    const topic = forbiddenTopic(wordingOf(final));
    if (!ABOUT_ACCOUNT.has(topic)) return null;
    const before = run.tries.findLast(({ asked }) => asked.length > 0)?.asked ?? [];
    const answered = before.find(({ kind, realm }) =>
      given.some((one) => one.kind === kind && one.realm === realm),
    );
    const credentials = given.find(({ realm }) => realm === answered?.realm) ?? first;
    const rejection: Rejection | null =
      answered === undefined
        ? null
        : { given: credentials, before: answered, again: answered, stale: false };
    return {
      severity: severityOf(view),
      confidence: topic === 'credentials' ? 'proven' : 'likely',
      status: 'present',
      args: {
        ...partiesOf(last, credentials, credentials.realm),
        phrase: final.phrase.trim().slice(0, MAX_PHRASE),
        refusals: run.tries.filter((one) => one.rejection !== null).length,
        differences: rejection === null ? [] : differencesOf([{ one: last, rejection }]),
      },
      evidence: digestProof(run, [last]),
    };
  },
});

/** The server passed the request on or let it ring: whoever refused came later. */
function wentOn({ hop }: DigestTry): boolean {
  return (
    hop.downstream.length > 0 || hop.responses.some(({ status }) => status > 100 && status < 200)
  );
}

function wordingOf(final: Message): Parameters<typeof forbiddenTopic>[0] {
  const [warning] = parseWarnings(field(final, 'Warning') ?? '');
  return {
    code: final.status,
    phrase: final.phrase,
    warning: warning?.text ?? '',
    reason: final.hasReason ? (field(final, 'Reason') ?? '') : '',
  };
}
