import type { CaptureRule } from '../overall/capture-rule.ts';
import { acdCollapse } from './population/acd-collapse.ts';
import { concurrencyCeiling } from './population/concurrency-ceiling.ts';
import { cpsCeiling } from './population/cps-ceiling.ts';
import { nerDrop } from './population/ner-drop.ts';
import { pddRegression } from './population/pdd-regression.ts';
import { peerFailureSpike } from './population/peer-failure-spike.ts';
import { shortCall } from './population/short-call.ts';
import { timeOfDayRestart } from './population/time-of-day-restart.ts';
import { singleNodeOfClusterBad } from './population/single-node-of-cluster-bad.ts';

/** What only many calls together tell: where those that fail differ from those that do not. */
export const POPULATION_CAPTURE_RULES: readonly CaptureRule[] = [
  concurrencyCeiling,
  cpsCeiling,
  singleNodeOfClusterBad,
  peerFailureSpike,
  timeOfDayRestart,
  nerDrop,
  pddRegression,
  acdCollapse,
  shortCall,
];
