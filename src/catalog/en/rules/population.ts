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
