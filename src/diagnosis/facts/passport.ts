/** The signed caller number of a call, and what is wrong with it as far as it shows without the certificate. */
import type { PassportFault, SignedIdentity } from '../../model/auth-args.ts';
import { field, fieldLines, fieldValues } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { parseIdentities, type Identity } from '../../sip/values/identity.ts';
import { parseNameAddr } from '../../sip/values/name-addr.ts';
import { parseUri, userDigits } from '../../sip/values/uri.ts';
import { sameNumber } from './same-number.ts';

/** Identity lines of one request that are read (a bound for hostile input). */
const MAX_LINES = 8;
/** Longest value that is quoted, in characters. */
const MAX_VALUE = 120;
/** The only algorithm of PASSporT (RFC 8225 §4.1); a signature of it has two numbers of 32 bytes. */
const ALGORITHM = 'ES256';
const SIGNATURE_BYTES = 64;
const ATTESTATIONS: ReadonlySet<string> = new Set(['A', 'B', 'C']);
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The identities of a request, in order; the first signs the caller, those of diversions follow. */
export function identitiesOf(request: Message): Identity[] {
  return fieldLines(request, 'Identity')
    .slice(0, MAX_LINES)
    .flatMap((line) => parseIdentities(line));
}

/** The one that signs the caller, decoded and compared with its request; `freshUs`: how old it may be, µs. */
export function signedIdentity(request: Message, freshUs: number): SignedIdentity | null {
  const identities = identitiesOf(request);
  const identity =
    identities.find(({ passport, ppt }) => (passport.ppt || ppt) === 'shaken') ?? identities[0];
  return identity === undefined ? null : readIdentity(identity, request, freshUs);
}

export function readIdentity(
  identity: Identity,
  request: Message,
  freshUs: number,
): SignedIdentity {
  const { passport } = identity;
  const age = request.time - passport.iat;
  const [callers, callees] = [callersOf(request), calleesOf(request)];
  return {
    ppt: (passport.ppt || identity.ppt).slice(0, MAX_VALUE),
    attest: passport.attest.slice(0, MAX_VALUE),
    origTn: (passport.origTn || passport.origUri).slice(0, MAX_VALUE),
    destTn: (passport.destTns[0] ?? passport.destUris[0] ?? '').slice(0, MAX_VALUE),
    caller: (callers[0] ?? '').slice(0, MAX_VALUE),
    callee: (callees[0] ?? '').slice(0, MAX_VALUE),
    ageUs: Number.isFinite(age) ? age : null,
    faults: faultsOf(identity, age, freshUs, callers, callees),
    certificate: (passport.x5u || identity.info).slice(0, MAX_VALUE),
  };
}

type Check = (
  identity: Identity,
  age: number,
  freshUs: number,
  callers: readonly string[],
  callees: readonly string[],
) => boolean;

/** Worst first. What the compact form leaves out cannot be checked. */
const CHECKS: readonly (readonly [PassportFault, Check])[] = [
  ['caller-differs', ({ passport }, _age, _fresh, callers) => differs([passport.origTn], callers)],
  [
    'callee-differs',
    ({ passport }, _age, _fresh, _callers, callees) => differs(passport.destTns, callees),
  ],
  ['old', (_identity, age, freshUs) => age > freshUs],
  ['ahead', (_identity, age, freshUs) => -age > freshUs],
  ['algorithm', ({ passport, alg }) => passport.alg !== ALGORITHM || !isOr(alg, ALGORITHM)],
  ['type', ({ passport }) => passport.typ !== 'passport'],
  ['signature', ({ passport }) => passport.signatureBytes !== SIGNATURE_BYTES],
  ['no-caller', ({ passport }) => passport.origTn === '' && passport.origUri === ''],
  ['no-callee', ({ passport }) => passport.destTns.length === 0 && passport.destUris.length === 0],
  ['no-date', ({ passport }) => !Number.isFinite(passport.iat)],
  ['attest', ({ passport }) => passport.ppt === 'shaken' && !ATTESTATIONS.has(passport.attest)],
  ['origid', ({ passport }) => passport.ppt === 'shaken' && !UUID.test(passport.origid)],
  ['certificate-url', ({ passport }) => !/^https:\/\/[^/]/i.test(passport.x5u)],
  [
    'info-differs',
    ({ passport, info, ppt }) => !isOr(info, passport.x5u) || !isOr(ppt, passport.ppt),
  ],
];

function faultsOf(
  identity: Identity,
  age: number,
  freshUs: number,
  callers: readonly string[],
  callees: readonly string[],
): PassportFault[] {
  const { damage, compact } = identity.passport;
  if (damage !== '') return ['unreadable'];
  if (compact) return isOr(identity.alg, ALGORITHM) ? [] : ['algorithm'];
  return CHECKS.filter(([, check]) => check(identity, age, freshUs, callers, callees)).map(
    ([fault]) => fault,
  );
}

/** Absent, or this. */
function isOr(value: string, wanted: string): boolean {
  return value === '' || value === wanted;
}

/** Both sides have numbers, and none is the other's. */
function differs(signed: readonly string[], shown: readonly string[]): boolean {
  const numbers = signed.filter((number) => number !== '');
  if (numbers.length === 0 || shown.length === 0) return false;
  return !numbers.some((number) => shown.some((other) => sameNumber(number, other)));
}

/** Calling numbers that the request gives: where it asserts one, that counts before From (RFC 8224 §8). */
function callersOf(request: Message): string[] {
  return numbersIn([
    ...fieldValues(request, 'P-Asserted-Identity').slice(0, MAX_LINES),
    field(request, 'From'),
  ]);
}

function calleesOf(request: Message): string[] {
  const target = userDigits(parseUri(request.requestUri));
  return [...numbersIn([field(request, 'To')]), ...(target === '' ? [] : [target])];
}

function numbersIn(values: readonly (string | undefined)[]): string[] {
  return values
    .map((value) => (value === undefined ? '' : userDigits(parseNameAddr(value).uri)))
    .filter((digits) => digits !== '');
}
