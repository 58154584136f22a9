import type { HostileShape } from '../shape.ts';
import {
  begunStreams,
  endlessHeads,
  firstFragments,
  halfOpen,
  halfOpenAndFragments,
} from './network.ts';
import {
  differentCallIds,
  differentCalls,
  oneCallId,
  oneCallIdAttempts,
  oneCallIdTargets,
  oneCallIdTries,
  oneMediaAddress,
  onePacketFiles,
  oneTransaction,
} from './sip.ts';

export const HOSTILE_SHAPES: readonly HostileShape[] = [
  halfOpen,
  begunStreams,
  endlessHeads,
  firstFragments,
  halfOpenAndFragments,
  differentCallIds,
  differentCalls,
  oneMediaAddress,
  onePacketFiles,
  oneCallId,
  oneCallIdAttempts,
  oneCallIdTargets,
  oneCallIdTries,
  oneTransaction,
];
