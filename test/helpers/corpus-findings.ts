/** What is found wrong in each file of the shared corpus, a line a rule: what the reviewed golden list is compared with. */
import { relative } from 'node:path';
import { analyze } from '../../src/analyze.ts';
import type { Report, ReportFinding } from '../../src/model/report.ts';
import { CORPUS, corpusFiles } from '../capture/corpus-files.ts';

/** Reviewed by a human: each line was read against the packets. */
export const GOLDEN = 'test/corpus-findings.golden.txt';

/** `path rule severity confidence [inconclusive] calls`, sorted; infos are left out. */
export async function corpusFindings(): Promise<string[]> {
  const lines: string[] = [];
  for (const path of corpusFiles('captures', 'derived', 'torture', 'negative')) {
    const report = await read(path);
    if (report !== null) lines.push(...linesOf(relative(CORPUS, path), report));
  }
  return lines.sort();
}

/** Null for what cannot be opened at all. */
async function read(path: string): Promise<Report | null> {
  const options = { language: 'en', thresholds: {}, messages: 'none' } as const;
  return analyze([path], options).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'InputError') return null;
    throw error;
  });
}

function linesOf(path: string, { findings }: Report): string[] {
  const touched = new Map<string, number>();
  for (const finding of findings) {
    if (finding.severity === 'info') continue;
    const key = [path, ...gradesOf(finding)].join('  ');
    touched.set(key, (touched.get(key) ?? 0) + Math.max(1, countOf(finding)));
  }
  return [...touched].map(([key, count]) => `${key}  ${count}`);
}

function gradesOf({ rule, severity, confidence, status }: ReportFinding): string[] {
  return [rule, severity, confidence, ...(status === 'present' ? [] : [status])];
}

function countOf({ calls, conversations = [] }: ReportFinding): number {
  return calls.length + conversations.length;
}

/** The lines of the golden list; comments begin with #. */
export function goldenLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
