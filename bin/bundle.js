import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { constants, Script } from 'node:vm';

export const BUNDLE = fileURLToPath(new URL('../dist/command/main.cjs', import.meta.url));
export const CODE_CACHE = `${BUNDLE}.cache`;

/** The built command as a script; compiled code of an earlier run is used where it is of this very V8. */
export function bundleScript() {
  // A run lasts seconds: what judges calls has to be compiled after hundreds of them, not after thousands. The code cache
  // is valid for equal flags only, so they are set here.
  setFlagsFromString('--interrupt-budget=40000');
  return new Script(readFileSync(BUNDLE, 'latin1'), {
    filename: BUNDLE,
    cachedData: existsSync(CODE_CACHE) ? readFileSync(CODE_CACHE) : undefined,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

/** Starts the command. */
export function runBundle(script) {
  script.runInThisContext()({}, createRequire(BUNDLE), {}, pathToFileURL(BUNDLE).href);
}
