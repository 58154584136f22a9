import { type Assumption, DAYLESS } from '../../model/assumption.ts';

const DAY = 86_400_000_000;

/**
 * What is still assumed about a log's times when other sources told what was missing: `shift` (µs) was added to them, or `adopted` of them,
 * or all, were taken over.
 */
export function settled(
  assumed: readonly Assumption[],
  shift: number,
  adopted: number,
  all: boolean,
): Assumption[] {
  const result = new Set(assumed);
  if (shift !== 0) {
    const wasDayless = [...DAYLESS].filter((one) => result.delete(one)).length > 0;
    if (wasDayless) result.add('date-from-sources');
    if (shift % DAY !== 0 && result.delete('no-zone')) result.add('zone-from-sources');
  }
  if (all) result.delete('no-clock');
  if (adopted > 0) result.add('times-from-sources');
  return [...result];
}
