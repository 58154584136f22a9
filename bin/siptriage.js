#!/usr/bin/env node
// Runs the built command; in a working copy that was never built, the sources through tsx.
import { existsSync } from 'node:fs';
import { BUNDLE, bundleScript, runBundle } from './bundle.js';

if (existsSync(BUNDLE)) {
  runBundle(bundleScript());
} else {
  const tsx = await import('tsx/esm/api').catch(() => undefined);
  if (tsx === undefined) {
    process.stderr.write('siptriage: not built (run "npm run build" in its folder)\n');
    process.exitCode = 2;
  } else {
    tsx.register();
    await import('../src/cli/main.ts');
  }
}
