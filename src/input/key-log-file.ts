import { openFile } from './file-chunks.ts';

/** A key log of a busy server for days; what is longer is cut. */
const MAX_BYTES = 256 << 20;

/** Reads a TLS key log (SSLKEYLOGFILE) as text. Throws InputError when the file cannot be read. */
export async function readKeyLogFile(path: string): Promise<string> {
  const { chunks } = await openFile(path);
  const decoder = new TextDecoder('latin1');
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_BYTES) break;
  }
  return text;
}
