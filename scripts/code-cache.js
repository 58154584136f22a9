/** Runs the built command on the bundled incident and keeps what V8 compiled for it. */
import { writeFileSync } from 'node:fs';
import { BUNDLE, bundleScript, CODE_CACHE, runBundle } from '../bin/bundle.js';

const script = bundleScript();
process.on('exit', () => writeFileSync(CODE_CACHE, script.createCachedData()));
process.argv = [process.execPath, BUNDLE, 'fixtures/incident.pcap'];
runBundle(script);
