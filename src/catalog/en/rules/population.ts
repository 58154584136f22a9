import type { PopulationArgs } from '../../../model/population-args.ts';
import type { Formatter } from '../../format.ts';
import type { PopulationTexts } from '../../rule-families.ts';

const share = (part: number, all: number, f: Formatter): string =>
  `${f.integer(part)} of ${f.integer(all)}`;

const ceiling = (a: PopulationArgs['concurrency-ceiling'], f: Formatter, counted: string): string =>
  `${a.node} refused ${f.integer(a.refusals)} calls of ${a.client} with ${a.code}, each when exactly ${f.integer(a.limit)} calls ${counted}, and took the next one as soon as there were fewer; there never were more. It took ${f.integer(a.accepted)} calls in this capture. Calls that began before the capture are not counted, so the real limit may be higher.`;

export const populationRules: PopulationTexts = {
  'peer-failure-spike': {
    summary: 'A node that usually works failed most of its calls for a while.',
    title: (a, f) =>
      `${a.node} failed ${share(a.failures, a.attempts, f)} calls within ${f.duration(a.spanUs)} (${a.codes}).`,
    explanation: (a, f) =>
      `In the rest of the capture it failed ${share(a.usualFailures, a.usualAttempts, f)}. Busy or missing callees and wrong numbers are not counted as failures. A – among the codes stands for no response at all.`,
    fix: (a) => [
      `Look at ${a.node}, and at what it depends on, for the minutes of the first and last packet shown.`,
      'If it belongs to somebody else: open a ticket with these packets and both figures.',
      'Give the calls another route when this one fails.',
    ],
  },
  'single-node-of-cluster-bad': {
    summary: 'One node of several that share the calls fails most of them.',
    title: (a, f) =>
      `${a.node} fails ${share(a.failures, a.attempts, f)} calls of ${a.client} while its siblings work (${a.codes}).`,
    explanation: (a, f) =>
      `${f.list(a.others)} failed ${share(a.otherFailures, a.otherAttempts, f)} in the same time. They stand in one network with one port and get calls from the same client, so they look like nodes of one cluster: the calls are alike, and the node makes the difference.`,
    fix: (a) => [
      `Take ${a.node} out of the DNS records or the dispatcher list until it is mended.`,
      'Compare its version, configuration, licence and routes with those of its siblings.',
      'If it serves other destinations than they do, compare calls to the same number first.',
    ],
  },
  'ner-drop': {
    summary: 'A node refuses for a while what it otherwise takes.',
    title: (a, f) =>
      `${a.node} refused ${share(a.refusals, a.attempts, f)} calls within ${f.duration(a.spanUs)} (${a.codes}).`,
    explanation: (a, f) =>
      `Of other calls to numbers with the same prefixes it refused ${share(a.usualRefusals, a.usualAttempts, f)} in this capture. Only refusals by a rule of the node are counted; busy or absent people are none, nor is a node that fails or stays silent. So something changed: a route, an access list, an account.`,
    fix: (a) => [
      `Ask whoever runs ${a.node} what was changed shortly before the first packet shown: routes, number ranges, permitted callers, credit.`,
      'Open the incident of these calls: it compares one that was refused with one that worked.',
      'Give the numbers another route until it is mended.',
    ],
  },
  'pdd-regression': {
    summary: 'For a while callers wait far longer than usual until they hear something.',
    title: (a, f) =>
      `Callers waited ${f.duration(a.delayUs)} at ${a.node} instead of ${f.duration(a.usualUs)} (${f.integer(a.calls)} calls within ${f.duration(a.spanUs)}).`,
    explanation: (a, f) =>
      `Both figures are medians, from the INVITE to the first response that can be heard. The usual one is that of ${f.integer(a.usualCalls)} other calls of this capture to numbers with the same prefixes, so it is not the destination that makes the difference.`,
    fix: (a) => [
      `Look at what ${a.node} asks before it routes a call: databases, DNS, least-cost routing, and routes that it tries in vain first.`,
      'If it belongs to a carrier: open a ticket with the packets shown and both figures.',
      'Let the route be given up sooner when nothing is heard, so that the next one is tried.',
    ],
  },
  'acd-collapse': {
    summary: 'For a while nearly all answered calls of a node are over at once.',
    title: (a, f) =>
      `Talks over ${a.node} shrank to ${f.duration(a.talkUs)}, from ${f.duration(a.usualUs)} (${f.integer(a.calls)} calls within ${f.duration(a.spanUs)}).`,
    explanation: (a, f) =>
      `Both figures are medians of answered calls. The usual one is that of ${f.integer(a.usualCalls)} other calls of this capture to numbers with the same prefixes. Calls are answered as before and given up: people hear nothing, or something answers that is not the callee.`,
    fix: (a) => [
      `Call over ${a.node} and listen: silence in one or both directions, or an answer while it still rings for the caller (false answer supervision).`,
      'Check what was changed with media at that time: addresses in the session descriptions, firewalls, relays.',
      'Give the calls another route until it is mended, and have false answers credited.',
    ],
  },
  'short-call': {
    summary:
      'Most answered calls over one node are over within seconds, and over others they last.',
    title: (a, f) =>
      `${share(a.short, a.answered, f)} answered calls over ${a.node} were over within ${f.duration(a.limitUs)}.`,
    explanation: (a, f) =>
      `Over other nodes ${share(a.otherShort, a.otherAnswered, f)} calls to numbers with the same prefixes were as short, so it is neither the callers nor the callees. One-way audio, silence, or an answer that is none makes people hang up like this.`,
    fix: (a) => [
      `Call a number over ${a.node} and over another route, and compare what is heard.`,
      'Compare the session descriptions of both: addresses, codecs, encryption.',
      'If the audio is in order, ask the carrier for false answers (an answer while it still rings).',
    ],
  },
  'time-of-day-restart': {
    summary: 'A node forgot all calls that were up at one moment, as after a restart.',
    title: (a, f) =>
      `${a.node} forgot ${f.integer(a.lost)} calls at once: it answered 481 for calls that were up.`,
    explanation: (a, f) =>
      `All of them had been answered before the first 481, and came to light within ${f.duration(a.spanUs)} as they were hung up or changed. It knew ${f.integer(a.known)} other calls to their end, and hardly any of those was up at that moment. So it lost its state there: a restart, or a standby took over that did not have it.`,
    fix: (a) => [
      `Look in the logs of ${a.node} for a restart, a crash or a switch-over shortly before the first 481 shown.`,
      'If it is a pair: let it share the state of dialogs, or keep calls on the node that set them up.',
      'Check the records of these calls: their end was not known, so they may be billed too long.',
    ],
  },
  'concurrency-ceiling': {
    summary: 'A node refuses calls exactly when a certain number of them is up.',
    title: (a, f) => `${a.node} takes ${f.integer(a.limit)} calls at once and no more (${a.code}).`,
    explanation: (a, f) => ceiling(a, f, 'were up'),
    fix: (a, f) => [
      `Compare ${f.integer(a.limit)} with the channels of the contract, the licence and the limit set for this trunk, on both sides.`,
      'Order more channels, or send what is beyond the limit over another route.',
      'Look for calls that stay up without anybody talking: they occupy channels.',
    ],
  },
  'cps-ceiling': {
    summary: 'A node refuses calls exactly when a certain number of them came within a second.',
    title: (a, f) =>
      `${a.node} takes ${f.integer(a.limit)} calls a second and no more (${a.code}).`,
    explanation: (a, f) => ceiling(a, f, 'had been taken within the last second'),
    fix: (a, f) => [
      `Pace ${a.client}: fewer than ${f.integer(a.limit)} new calls a second towards this node.`,
      'Have the limit raised, or spread the calls over more trunks.',
      'Let refused calls be tried again after a pause rather than at once.',
    ],
  },
};
