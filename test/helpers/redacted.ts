/** Sources through a redacting session, without files. */
import { nodeCrypto } from '../../src/input/node-crypto.ts';
import type { AnalyzeOptions } from '../../src/model/options.ts';
import { type Redacted, RedactingSession } from '../../src/redacting-session.ts';
import { loadGrammar } from '../../src/sip/grammar.ts';

/** The proven report of these sources, read one after the other, in chunks of any size. */
export async function redactedReport(
  sources: readonly Uint8Array[],
  options: Partial<AnalyzeOptions> = {},
): Promise<Redacted> {
  await loadGrammar();
  const session = new RedactingSession(
    { language: 'en', thresholds: {}, messages: 'page', redact: { key: 'key' }, ...options },
    nodeCrypto,
  );
  for (const bytes of sources) {
    const reading = session.open('acme/edge7.pcap');
    reading.push(bytes);
    reading.end();
  }
  return session.redacted();
}
