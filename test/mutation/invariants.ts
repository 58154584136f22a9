import { reportSchema } from '../../src/model/report.ts';
import { Session } from '../../src/session.ts';

/** An invariant that did not hold. */
export interface Broken {
  readonly invariant: string;
  readonly detail: string;
}

/** What no input may do, whatever its bytes. */
export const INVARIANTS = {
  throws: 'analysing never throws',
  slow: 'an input is analysed within two seconds of processor time',
  hangs: 'an input never hangs',
  memory: 'an input never takes the process beyond 400 MB',
  schema: 'a report agrees with its schema',
} as const;

const SLOW_MS = 2000;

/** Analyses and reports; returns what went wrong, undefined when nothing did. */
export function check(bytes: Uint8Array, chunk: number, withSchema: boolean): Broken | undefined {
  try {
    if (timed(bytes, chunk, withSchema) < SLOW_MS) return undefined;
    // Others may have had the processor, the compiler or the collector may have been at work: again, by its own clock.
    const before = process.cpuUsage();
    timed(bytes, chunk, false);
    const { user, system } = process.cpuUsage(before);
    const ms = Math.round((user + system) / 1000);
    return ms < SLOW_MS ? undefined : { invariant: INVARIANTS.slow, detail: `${ms} ms` };
  } catch (error) {
    if (error instanceof SchemaError) {
      return { invariant: INVARIANTS.schema, detail: error.message.slice(0, 2000) };
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { invariant: INVARIANTS.throws, detail };
  }
}

class SchemaError extends Error {}

function timed(bytes: Uint8Array, chunk: number, withSchema: boolean): number {
  const started = performance.now();
  const session = new Session({ language: 'en', thresholds: {}, messages: 'problems' });
  const source = session.open('input');
  const step = Math.max(1, Math.min(chunk, bytes.length));
  for (let at = 0; at < bytes.length; at += step) source.push(bytes.subarray(at, at + step));
  source.end();
  const report = session.report();
  const ms = performance.now() - started;
  if (withSchema) {
    const result = reportSchema.safeParse(JSON.parse(JSON.stringify(report)));
    if (!result.success) throw new SchemaError(result.error.message);
  }
  return ms;
}
