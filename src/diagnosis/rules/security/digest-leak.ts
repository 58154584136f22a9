import { isScanner } from '../../../catalog/user-agents.ts';
import { scannerHabit } from '../../../catalog/scanner-habits.ts';
import { openedAt } from '../../../call/hops.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import { credentialsOf } from '../../../sip/auth-fields.ts';
import { field } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { shown } from '../../evidence.ts';
import { boundBehind, isRegistrar } from '../../facts/registered.ts';
import type { Proof, Rule } from '../../rule.ts';

/**
 * The caller itself challenged a request of the callee (its BYE, as a rule), and the callee answered with the digest of its
 * password, which can then be guessed at leisure (RFC 7616 §5.9). Told where the caller has no right to ask: the callee is
 * registered with somebody else and nobody with the caller, or the call is that of a scanning tool. A registrar or PBX that
 * challenges its own telephones does as it should.
 */
export const digestLeak: Rule<'digest-leak', Call> = {
  id: 'digest-leak',
  severity: 'warning',
  tier: 'policy',
  kinds: ['call'],
  needs: ['challenge', 'answer'],
  applies: ({ invite, transactions }) =>
    invite !== null && transactions.some((one) => isAskedByCaller(one, invite)),
  check({ invite, transactions }, { surroundings }) {
    const request = invite?.request;
    if (!request || invite.downstream.length > 0) return [];
    const asked = transactions.find((one) => isAskedByCaller(one, invite));
    const given = transactions.find((one) => asked !== undefined && answersIt(one, asked));
    if (asked === undefined || given === undefined) return [];
    const caller = request.sender.address;
    const callee = request.receiver.address;
    if (isRegistrar(caller, surroundings)) return [];
    const registrar = boundBehind(callee, surroundings)?.binding.first.from.name ?? '';
    if (registrar === '' && !isTool(request)) return [];
    const proof = (message: Message | null, name?: string): Proof[] =>
      message === null ? [] : [shown(message, name)];
    const credentials = given.request as Message;
    const name = credentialsOf(credentials).some(({ kind }) => kind === 'proxy')
      ? 'Proxy-Authorization'
      : 'Authorization';
    return [
      {
        rule: 'digest-leak',
        severity: 'warning',
        confidence: 'likely',
        status: 'present',
        scope: 'call',
        args: {
          address: caller,
          device: request.receiver.name,
          method: asked.method,
          code: asked.final?.status ?? 0,
          registrar,
        },
        evidence: [
          shown(request),
          ...proof(asked.request),
          ...proof(asked.final),
          ...proof(credentials, name),
        ],
      },
    ];
  },
};

/** A request of the callee, in the dialog, to which the caller's own host answered with a challenge. */
function isAskedByCaller(one: Transaction, invite: Transaction): boolean {
  const { request, final, client, server } = one;
  if (request === null || (final?.status !== 401 && final?.status !== 407)) return false;
  if (!request.hasToTag || client.address === '' || server.address === '') return false;
  return client.address === invite.server.address && server.address === invite.client.address;
}

/** The same request again, with the digest of the password. */
function answersIt(one: Transaction, asked: Transaction): boolean {
  const { request, method, client } = one;
  if (request === null || method !== asked.method || client.address !== asked.client.address) {
    return false;
  }
  if (openedAt(one) <= openedAt(asked)) return false;
  return credentialsOf(request).some(({ response }) => response !== '');
}

function isTool(request: Message): boolean {
  return (
    isScanner(field(request, 'User-Agent') ?? '') ||
    scannerHabit((name) => field(request, name)) !== ''
  );
}
