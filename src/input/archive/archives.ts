import type { Archive } from './archive.ts';
import { tar } from './tar.ts';
import { zip } from './zip.ts';

/** Every archive that is looked into. */
export const ARCHIVES: readonly Archive[] = [zip, tar];
