/** The worker thread of a working copy that was not built: its source, through tsx. */
import { register } from 'tsx/esm/api';

register();
const { default: read } = await import('../src/batch/worker.ts');
export default read;
