#!/usr/bin/env node
// Runs the built command; in a working copy that was never built, the sources through tsx.
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// A run lasts seconds: what judges calls has to be compiled after hundreds of them, not after thousands.
setFlagsFromString('--interrupt-budget=40000');

const built = new URL('../dist/command/main.js', import.meta.url);

if (existsSync(built)) {
  await import(built.href);
} else {
  const tsx = await import('tsx/esm/api').catch(() => undefined);
  if (tsx === undefined) {
    process.stderr.write('siptriage: not built (run "npm run build" in its folder)\n');
    process.exitCode = 2;
  } else {
    await tsx.tsImport('../src/cli/main.ts', import.meta.url);
  }
}
