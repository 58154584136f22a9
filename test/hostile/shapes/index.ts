import type { HostileShape } from '../shape.ts';
import { begunStreams, firstFragments, halfOpen } from './network.ts';
import {
  differentCallIds,
  differentCalls,
  oneCallId,
  oneCallIdAttempts,
  oneCallIdTargets,
  oneCallIdTries,
  oneTransaction,
} from './sip.ts';

export const HOSTILE_SHAPES: readonly HostileShape[] = [
  halfOpen,
  begunStreams,
  firstFragments,
  differentCallIds,
  differentCalls,
  oneCallId,
  oneCallIdAttempts,
  oneCallIdTargets,
  oneCallIdTries,
  oneTransaction,
];
