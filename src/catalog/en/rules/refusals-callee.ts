import type { ForbiddenTopic, NumberForm, ResponseArgs } from '../../../model/response-args.ts';
import { refusalTexts, said } from '../../refusal-text.ts';
import type { CalleeRefusalTexts } from '../../rule-families.ts';

const refusal = refusalTexts('en');

interface Topic {
  readonly title: string;
  readonly why: string;
  readonly fix: readonly string[];
}

const FORBIDDEN: Readonly<Record<ForbiddenTopic, (a: ResponseArgs['resp-403-policy']) => Topic>> = {
  address: (a) => ({
    title: 'does not take calls from this address',
    why: 'The wording speaks of addresses: the source of the call is not among those that it allows.',
    fix: [
      `Let the operator of ${a.node} add the address that the INVITE comes from, as seen there.`,
    ],
  }),
  caller: (a) => ({
    title: `does not accept the calling number ${a.caller}`,
    why: 'The wording speaks of the caller: the number shown is not one that this trunk may show, or not in the form that is expected.',
    fix: [
      'Show a number of this trunk in E.164, in the field that the carrier reads first (P-Asserted-Identity, else From).',
    ],
  }),
  destination: (a) => ({
    title: `does not allow calls to ${a.called}`,
    why: 'The wording speaks of the destination: country, prefix or kind of number is barred for this account.',
    fix: [
      `Have the destination of ${a.called} opened for this account, or use another route for it.`,
    ],
  }),
  limit: () => ({
    title: 'refused because a limit is reached',
    why: 'The wording speaks of a limit: concurrent calls or calls per second of this account.',
    fix: [
      'Compare the concurrent calls and the calls per second at that moment with the limits of the account.',
    ],
  }),
  balance: () => ({
    title: 'refused because of the balance of the account',
    why: 'The wording speaks of money: the account has no credit left, or is barred for billing.',
    fix: ['Check balance and payments of the account.'],
  }),
  relay: (a) => ({
    title: 'does not pass calls on for this sender',
    why: 'The proxy takes neither caller nor called domain for its own, so it will not carry the call (it would be an open relay).',
    fix: [
      `Check that the domains of From and Request-URI are among those that ${a.node} serves, and that the sender authenticates.`,
    ],
  }),
  account: () => ({
    title: 'does not allow this account or user to call',
    why: 'The wording speaks of an account, a user or a domain: unknown there, suspended or without this permission.',
    fix: ['Check that the account is active there and may make calls.'],
  }),
  credentials: () => ({
    title: 'did not accept the credentials',
    why: 'The wording speaks of credentials: some servers stop challenging after one wrong answer and send 403.',
    fix: ['Compare authentication user, realm and password with the account there.'],
  }),
  rejected: () => ({
    title: 'passed on that the called side rejected the call',
    why: 'It had rung, and Q.850 cause 21 says that the call was rejected: by a person, or by something that acts for one. The 403 is only what a gateway made of it.',
    fix: [
      'Where callers should hear busy or get voicemail: map cause 21 to 603 or 486 instead of 403.',
    ],
  }),
  unknown: () => ({ title: 'refused the call by a rule of its own', why: '', fix: [] }),
};

const NUMBER: Readonly<Record<NumberForm, (called: string) => { why: string; fix: string[] }>> = {
  ordinary: () => ({ why: '', fix: [] }),
  name: () => ({ why: '', fix: [] }),
  service: (called) => ({
    why: `${called} names a service and no number (RFC 5031): the node has no route to whoever provides it.`,
    fix: [
      'Route the service URN where it has to go (an emergency call to the ESRP or the emergency trunk), or map it to the local number before this node.',
    ],
  }),
  empty: () => ({
    why: 'The Request-URI names a host and no user, so there is nobody to call.',
    fix: ['Find out where the number got lost: dial plan, trunk setting, header manipulation.'],
  }),
  'plus-national': (called) => ({
    why: `${called} has a plus before a national number: behind the plus a country code has to stand.`,
    fix: ['Replace the leading 0 by the country code (+84…, +49…), or leave the plus away.'],
  }),
  'plus-international': (called) => ({
    why: `${called} has the international prefix (00 or 011) behind a plus: it is one or the other.`,
    fix: ['Send +country code and number, without 00 or 011.'],
  }),
  'trunk-zero': (called) => ({
    why: `${called} keeps the 0 of the national number behind the country code, where it is dropped.`,
    fix: ['Drop the 0 behind the country code in the number translation.'],
  }),
  'too-long': (called) => ({
    why: `${called} has more than the 15 digits that a telephone number can have: a prefix was added twice, or something else was appended.`,
    fix: [
      'Look for a prefix that two nodes add, and for technical prefixes that were not taken off.',
    ],
  }),
};

const WITHDRAWN: Readonly<Record<ResponseArgs['resp-487-terminated']['how'], string>> = {
  expires: 'The time matches the Expires of the INVITE: nobody answered within it.',
  bye: 'A BYE ended it while it was still ringing; the usual way is CANCEL.',
  unseen:
    'Neither a CANCEL nor a BYE was seen, and no Expires fits: the CANCEL took a way that this capture does not show, or the node withdrew the call itself.',
};

export const calleeRefusals: CalleeRefusalTexts = {
  'resp-403-policy': refusal({
    summary: 'A node refused a call on purpose (403, 402).',
    title: (a) => `${a.node} ${FORBIDDEN[a.topic](a).title}: ${said(a)}.`,
    why: (a) => FORBIDDEN[a.topic](a).why,
    fix: (a) => [...FORBIDDEN[a.topic](a).fix],
  }),
  'resp-404-number': refusal({
    summary: 'A node does not know the number or user that was called (404, 485).',
    title: (a) =>
      a.called === ''
        ? `${a.node} does not know who was called: ${said(a)}.`
        : `${a.node} does not know ${a.called}: ${said(a)}.`,
    why: (a) => NUMBER[a.form](a.called).why,
    fix: (a) => NUMBER[a.form](a.called).fix,
  }),
  'resp-410-301-moved': refusal({
    summary: 'A number was given up or changed for good (410, 301).',
    title: (a) =>
      a.contact === ''
        ? `The number is no longer in use: ${said(a)} from ${a.node}.`
        : `The number has moved for good, to ${a.contact}: ${said(a)} from ${a.node}.`,
    fix: (a) => (a.contact === '' ? [] : [`Put the new address into the directory: ${a.contact}`]),
  }),
  'resp-480-unavailable': refusal({
    summary: 'The callee is known and not available (480, 430).',
    title: (a, f) =>
      a.how === 'device'
        ? `The phone at ${a.node} refused after ${f.duration(a.afterUs)} by itself: ${said(a)}.`
        : a.how === 'rang'
          ? `It rang for ${f.duration(a.afterUs)}, then ${a.node} said ${said(a)}.`
          : `The callee cannot be reached: ${said(a)} from ${a.node} after ${f.duration(a.afterUs)}.`,
    why: (a) =>
      a.how === 'device'
        ? 'A phone that answers so fast was not asked by anybody: do not disturb, a forward to nowhere, or a line that is switched off.'
        : '',
    fix: (a) =>
      a.how === 'device'
        ? ['Check do-not-disturb and the line settings of the phone.']
        : a.how === 'server'
          ? ['Look whether the callee had a registration at that moment.']
          : [],
  }),
  'resp-484-digits': refusal({
    summary: 'The number has too few digits (484).',
    title: (a, f) =>
      a.digits === 0
        ? `${a.node} misses digits in "${a.called}": ${said(a)}.`
        : `${a.called} has ${f.integer(a.digits)} ${a.digits === 1 ? 'digit' : 'digits'}, too few for ${a.node}: ${said(a)}.`,
  }),
  'overlap-dialling': {
    summary: 'A number was sent digit by digit (overlap dialling).',
    title: (a, f) =>
      `The number came in ${f.integer(a.attempts)} steps, from ${a.first} to ${a.last} (overlap dialling).`,
    explanation: (a) =>
      `${a.node} asked for more digits with 484, and the next INVITE had them. Each step is an INVITE of its own, so such calls take longer to set up and look like failures in statistics.`,
    fix: () => [
      'Nothing, if it is meant so (RFC 3578). Else let the phone or gateway collect the whole number first.',
    ],
  },
  'resp-486-busy': refusal({
    summary: 'Busy after ringing: probably rejected by hand (486).',
    title: (a, f) =>
      `It rang for ${f.duration(a.rangUs)}, then ${a.node} said ${said(a)}: probably rejected by hand.`,
    why: () =>
      'A line that is busy says so at once. Many phones send 486 when somebody presses Reject; a second call that took the line meanwhile would look the same.',
  }),
  'resp-487-terminated': {
    summary: 'A call was withdrawn (487), and no CANCEL was seen.',
    title: (a, f) =>
      a.how === 'expires'
        ? `The INVITE ran out of time after ${f.duration(a.afterUs)} (Expires): 487 from ${a.node}.`
        : a.how === 'bye'
          ? `A BYE ended the call before it was answered: 487 from ${a.node}.`
          : `${a.node} ended the call with 487 after ${f.duration(a.afterUs)}; no CANCEL was seen.`,
    explanation: (a) => WITHDRAWN[a.how],
    fix: (a) =>
      a.how === 'unseen'
        ? ['Capture on the other side of the node as well, if it matters who withdrew the call.']
        : ['Nothing is broken. If calls end too early: raise the ring time of the caller’s side.'],
  },
  'resp-600-604': refusal({
    summary:
      'Refused for every device of the callee: busy everywhere (600), nobody anywhere (604).',
    title: (a, f) =>
      a.branches > 1
        ? `${a.node} ended the search on ${f.integer(a.branches)} branches: ${said(a)}.`
        : `${a.node} answered for every device of the callee: ${said(a)}.`,
  }),
  'resp-other': refusal({
    summary: 'A call ended in a failure response that no other rule explains.',
    title: (a) => `${a.node} refused the call: ${said(a)}.`,
  }),
};
