import process from 'node:process';
import { inputError } from './errors.ts';

/** The path that stands for standard input. */
export const STDIN = '-';

const CLOSED = 'ERR_STREAM_PREMATURE_CLOSE';

/** Standard input as it arrives: a live capture is not held back to fill a chunk. */
export async function* stdinChunks(): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of process.stdin) {
      yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : (chunk as Uint8Array);
    }
  } catch (cause) {
    // Ctrl-C closes standard input: what came before is the whole of it.
    if (cause instanceof Error && 'code' in cause && cause.code === CLOSED) return;
    throw inputError('standard input', cause);
  }
}
