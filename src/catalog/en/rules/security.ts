import type { SecurityArgs } from '../../../model/security-args.ts';
import type { SecurityTexts } from '../../rule-families.ts';

const who = ({ address }: { readonly address: string }): string =>
  address === '' ? 'Somebody' : address;

const SCANNER: Readonly<
  Record<SecurityArgs['scanner-detected']['how'], (a: SecurityArgs['scanner-detected']) => string>
> = {
  agent: (a) => `It calls itself "${a.sign}", the name of a scanning tool.`,
  habit: (a) => `Its messages carry the mark of a known tool: ${a.sign}.`,
  sweep: () => 'It tried host after host, each once or twice, and nothing came of any of it.',
};

export const securityRules: SecurityTexts = {
  'scanner-detected': {
    summary: 'Somebody probes SIP servers with a scanning tool or from host to host.',
    title: (a, f) =>
      `${who(a)} scans for SIP servers: ${f.integer(a.requests)} ${a.requests === 1 ? 'request' : 'requests'} to ${f.integer(a.targets)} ${a.targets === 1 ? 'host' : 'hosts'} (${a.methods.join(', ')}).`,
    explanation: (a, f) =>
      `${SCANNER[a.how](a)} ${
        a.accepted === 0
          ? 'No request of it was accepted. Refusals and silence that it met are noise, and say nothing about the service.'
          : `${f.integer(a.accepted)} of its requests were answered with a 2xx, so it knows that there is a server.`
      } Names and marks can be forged; the address may be, too, over UDP.`,
    fix: (a) => [
      `Drop what comes from ${a.address === '' ? 'this sender' : a.address} at the firewall or SBC, without any answer.`,
      'Let only known networks reach the SIP port, or limit and ban by rate (fail2ban, pike, an SBC access list).',
      'If it is a test or monitor of your own: exclude its address.',
    ],
  },
  'extension-enumeration': {
    summary: 'Somebody asks for one user after the other to learn which ones exist.',
    title: (a, f) =>
      `${who(a)} guesses extensions at ${a.server}: ${f.integer(a.users)} users within a minute.`,
    explanation: (a, f) =>
      `It asked with ${a.method} for ${f.list(a.examples)} and so on, without credentials, and was refused ${f.integer(a.refusals)} times (${a.codes}). Nothing from this address came to anything. ${
        a.tells
          ? 'The server answers users that exist with a challenge and others with 404: that is the list that the guesser wants.'
          : 'The answers are alike, so little is learned from them.'
      }`,
    fix: (a) => [
      `Block ${a.address === '' ? 'the sender' : a.address}, and limit requests for unknown users by rate.`,
      a.tells
        ? `Let ${a.server} challenge every user alike, known or not (Asterisk: alwaysauthreject, or the default of PJSIP).`
        : 'Keep answering known and unknown users alike.',
      'Give extensions names and passwords that are not their numbers.',
    ],
  },
  'password-bruteforce': {
    summary: 'Somebody tries passwords for one user, attempt after attempt.',
    title: (a, f) =>
      `${who(a)} tries passwords for "${a.username}": ${f.integer(a.failures)} refused within ${f.duration(a.spanUs)}.`,
    explanation: (a, f) =>
      `${a.server} refused credentials for this user ${f.integer(a.total)} times altogether, most of them under a Call-ID of their own. A device with a wrong password repeats one registration instead.`,
    fix: (a) => [
      `Block ${a.address === '' ? 'the sender' : a.address} now, and ban addresses after a few refused passwords.`,
      `Check whether any of the attempts succeeded, and give "${a.username}" a long random password.`,
      'If it is a device of your own: it has the wrong password and tries too often.',
    ],
  },
  'credential-compromise-suspected': {
    summary:
      'A registration succeeded right after a run of guessed passwords from the same address.',
    title: (a, f) =>
      `"${a.username}" seems taken over: ${who(a)} registered after ${f.integer(a.failures)} refused passwords.`,
    explanation: (a, f) =>
      `The registration was accepted ${f.duration(a.afterUs)} after the last guess, from the same address, and that address had not been registered for this user before. One of the guesses probably was right.`,
    fix: (a) => [
      `Remove the bindings of "${a.username}", change the password, and block ${who(a)}.`,
      'Look for calls abroad from this account since then, and stop those that are up.',
      'If the owner was trying from there and got it right: nothing is lost.',
    ],
  },
  'toll-fraud-pattern': {
    summary: 'Somebody dials one number with prefix after prefix, looking for a way out.',
    title: (a, f) =>
      `${who(a)} hunts for a way to dial out: …${a.number} with ${f.integer(a.prefixes.length)} prefixes.`,
    explanation: (a, f) =>
      `Within ${f.duration(a.spanUs)} it sent ${f.integer(a.attempts)} INVITEs to ${a.server} for the same number behind ${f.list(a.prefixes.map((prefix) => `"${prefix}"`))}. No call from this address came through. That is how fraudsters look for a dial plan that lets strangers call abroad.`,
    fix: (a) => [
      `Block ${a.address === '' ? 'the sender' : a.address}; let ${a.server} take calls from known peers and registered users only.`,
      'Check that the context for unauthenticated calls reaches no trunk.',
      'Bar expensive destinations that nobody needs, and agree a spending limit with the carrier.',
    ],
  },
  'open-relay': {
    summary: 'A stranger found a prefix with which the server lets it call out.',
    title: (a, f) =>
      `${a.server} lets strangers call out: after ${f.integer(a.attempts)} attempts in vain, ${f.integer(a.through)} ${a.through === 1 ? 'call' : 'calls'} of ${who(a)} came through.`,
    explanation: (a, f) =>
      `It dialled …${a.number} behind ${f.list(a.prefixes.map((prefix) => `"${prefix}"`))} and so on, without credentials, and had not registered. ${f.duration(a.afterUs)} after the last refusal shown its first call came through. That is what fraudsters look for: calls abroad at the expense of the owner.`,
    fix: (a) => [
      `Block ${who(a)} now, and end the calls that are up.`,
      `Let ${a.server} take calls without credentials from known trunks only, and give the context for strangers no way to a trunk.`,
      'Look for calls to expensive destinations since the first packet shown, and tell the carrier.',
    ],
  },
  'bye-or-cancel-spoof': {
    summary: 'A stranger ended a call in the name of one of its sides.',
    title: (a) => `${who(a)} ended the call in the name of ${a.victim}.`,
    explanation: (a, f) =>
      `Its BYE had the tags of the call and was accepted by ${a.server}, yet this address had no part in the call until then and is named in none of its messages. ${f.duration(a.afterUs)} later ${a.victim} itself sent a ${a.method} as if the call were still up. Who knows the tags can read the signalling on its way.`,
    fix: (a) => [
      `Let ${a.server} take requests of a call only from where the call came from, or over TLS.`,
      `Find out who is behind ${who(a)}, and where on the way it can read the signalling.`,
      'If it is another node of the same SBC: let it tell the first one that the call is over.',
    ],
  },
  'digest-leak': {
    summary: 'A caller made a device send the digest of its password.',
    title: (a) => `${who(a)} called ${a.device} and got the digest of its password.`,
    explanation: (a) =>
      `The callee's ${a.method} was answered with ${a.code} by the caller itself, and the device sent credentials for it. ${a.registrar === '' ? 'The call bears the marks of a scanning tool.' : `The device is registered with ${a.registrar}, and nobody with the caller.`} From such a digest a password can be guessed offline.`,
    fix: (a) => [
      `Give ${a.device} a new, long password.`,
      'Let the device take calls from its own server only, and answer challenges of its own realm only.',
      `Block ${who(a)}, and do not let the SIP port of telephones be reached from the internet.`,
    ],
  },
  'digest-replay': {
    summary: 'Credentials that had been used once were accepted again from another address.',
    title: (a) => `${who(a)} used credentials of "${a.username}" again that ${a.owner} had sent.`,
    explanation: (a, f) =>
      `Nonce, client nonce, count and response are the same, under another Call-ID, ${f.duration(a.afterUs)} after ${a.server} had accepted them the first time; it accepted the ${a.method} again. A nonce count that does not grow has to be refused.`,
    fix: (a) => [
      `Let ${a.server} check the nonce count, or give each nonce for one use.`,
      `Block ${who(a)}, remove what it registered, and change the password of "${a.username}".`,
      'Use TLS, so that credentials cannot be overheard.',
    ],
  },
  'sip-flood': {
    summary: 'One address sends far more requests than come to anything.',
    title: (a, f) =>
      `${who(a)} floods ${a.server}: ${f.integer(a.perSecond)} requests in a second, and hardly any came to anything.`,
    explanation: (a, f) =>
      `${f.integer(a.requests)} requests (${a.method} in the busiest second) came to nothing, ${f.integer(a.completed)} to something; copies are not counted. ${f.integer(a.unanswered)} of that second got no response at all. An attack, a loop or devices that all come back after an outage look alike here.`,
    fix: (a) => [
      `Limit the rate of ${who(a)} before ${a.server}: at the SBC or the firewall.`,
      'If it is a peer of your own: find out what it repeats, and let it back off between attempts.',
      'Compare how other peers fared in that second: whether the server still kept up.',
    ],
  },
};
