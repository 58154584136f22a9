import type { WireCase } from './case.ts';
import { connectionCases } from './connections.ts';
import { courseCases } from './courses.ts';
import { fragmentCases } from './fragments.ts';
import { icmpCases } from './icmp.ts';
import { overloadCases } from './overload.ts';
import { populationCases } from './population.ts';
import { registrationWireCases } from './registration.ts';
import { restartCases } from './restart.ts';
import { securityCases } from './security.ts';
import { trustCases } from './trust.ts';

export const WIRE_CASES: readonly WireCase[] = [
  ...icmpCases,
  ...connectionCases,
  ...fragmentCases,
  ...trustCases,
  ...overloadCases,
  ...registrationWireCases,
  ...securityCases,
  ...populationCases,
  ...restartCases,
  ...courseCases,
];
