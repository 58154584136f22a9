import { openSources } from '../input/open-sources.ts';
import type { InputSource } from '../input/source.ts';
import { loadGrammar } from '../sip/grammar.ts';
import type { MessageTarget, SourceReading } from '../source-reading.ts';
import { BytesOut } from './bytes-out.ts';
import { LogPicker } from './log-picker.ts';
import { LogRows } from './log-rows.ts';
import { MessageRows } from './message-rows.ts';
import { PacketPicker } from './packet-picker.ts';
import { PcapFile } from './pcap-file.ts';
import { PcapngFile } from './pcapng-file.ts';
import { type ReadingOptions, readingOf } from './reading.ts';
import { RowProof } from './row-proof.ts';
import type { Wanted } from './wanted.ts';

export type ExtractFormat = 'pcapng' | 'pcap' | 'text';

/** What was copied, and what was not. */
export interface Extracted {
  messages: number;
  packets: number;
  /** Packets of media among them. */
  media: number;
  /** Messages of logs that a capture cannot hold. */
  logMessages: number;
  /** Messages of logs whose rows cannot be read without the others: they are written as text. */
  rewritten: number;
  /** Packets that could not be kept until it was known whose they are. */
  dropped: number;
  /** Packets of other link types than the first, which classic pcap cannot hold. */
  otherLinks: number;
  /** Comments and TLS secrets that classic pcap cannot hold. */
  leftOut: number;
  /** Messages that no packet of our own can carry: without addresses, or too long. */
  unfit: number;
}

export const NOTHING: Extracted = {
  messages: 0,
  packets: 0,
  media: 0,
  logMessages: 0,
  rewritten: 0,
  dropped: 0,
  otherLinks: 0,
  leftOut: 0,
  unfit: 0,
};

/** Copies what belongs to the wanted calls from these files. Nothing is left behind where there was nothing. */
export async function extract(
  files: readonly string[],
  wanted: Wanted,
  output: { readonly path: string; readonly format: ExtractFormat },
  options: ReadingOptions,
): Promise<Extracted> {
  await loadGrammar();
  const out = new BytesOut(output.path);
  const job = new Extraction(wanted, out, output.format, options);
  try {
    for (const file of files) await job.read(file);
  } catch (error) {
    out.drop();
    throw error;
  }
  const { done } = job;
  if (done.packets + done.messages === 0) out.drop();
  else out.close();
  return done;
}

class Extraction {
  readonly done: Extracted = { ...NOTHING };
  readonly #wanted: Wanted;
  readonly #out: BytesOut;
  readonly #file: PcapngFile | PcapFile | null;
  readonly #options: ReadingOptions;

  constructor(wanted: Wanted, out: BytesOut, format: ExtractFormat, options: ReadingOptions) {
    this.#wanted = wanted;
    this.#out = out;
    this.#options = options;
    this.#file =
      format === 'pcapng' ? new PcapngFile(out) : format === 'pcap' ? new PcapFile(out) : null;
  }

  async read(path: string): Promise<void> {
    const logs = new Map<string, LogPicker>();
    for await (const input of openSources(path)) {
      if (input.content.kind === 'bytes') await this.#source(input, logs);
      else await input.close();
    }
    if (this.#file instanceof PcapFile) {
      this.done.otherLinks = this.#file.otherLinks;
      this.done.leftOut = this.#file.leftOut;
    }
    if (logs.size === 0) return;
    // The rows of logs are copied in a second reading: only then it is known where each message ends.
    for await (const input of openSources(path)) {
      const picker = logs.get(input.path);
      if (picker === undefined || input.content.kind !== 'bytes') await input.close();
      else {
        await this.#rows(input, picker);
      }
    }
  }

  async #source(input: InputSource, logs: Map<string, LogPicker>): Promise<void> {
    const chunks = input[Symbol.asyncIterator]();
    const first = await chunks.next();
    if (first.done === true) return;
    const picker = new PacketPicker(input.path, this.#wanted, {
      packet: (packet, comments) => {
        this.done.packets += 1;
        this.#secrets(reading);
        this.#file?.packet(input.path, packet, comments);
      },
    });
    const log = new LogPicker(this.#wanted);
    const text = new MessageRows(this.#wanted, (bytes) => this.#out.write(bytes));
    // What it is shows in its first bytes; until then nothing is known of any message.
    const target: MessageTarget = {
      get peers() {
        return reading.isLog ? log.peers : packets.peers;
      },
      add: (message) => (reading.isLog ? log : packets).add(message),
      countLost: (message) => (reading.isLog ? log : packets).countLost(message),
    };
    const packets = this.#file === null ? text : picker;
    const reading = readingOf(
      input.path,
      target,
      this.#options,
      this.#file === null ? undefined : picker,
    );
    reading.push(first.value);
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      reading.push(next.value);
    }
    reading.end();
    this.done.media += picker.media;
    this.done.dropped += picker.dropped;
    if (!reading.isLog) this.done.messages += packets.messages;
    else if (this.#file === null) {
      this.done.messages += log.messages;
      if (log.messages > 0) logs.set(input.path, log);
    } else this.done.logMessages += log.messages;
  }

  /** The rows as they stand there, if they can be read without the others; else the messages as text. */
  async #rows(input: InputSource, picker: LogPicker): Promise<void> {
    const proof = new RowProof();
    const rows = new LogRows(picker.starts, (row) => proof.add(row));
    const text: Uint8Array[] = [];
    const messages = new MessageRows(this.#wanted, (bytes) => text.push(bytes));
    const whole = readingOf(input.path, messages, this.#options);
    for await (const chunk of input) {
      rows.push(chunk);
      whole.push(chunk);
    }
    rows.end();
    whole.end();
    const stands = proof.holds(picker, this.#wanted, (target) => {
      const again = readingOf(input.path, target, this.#options);
      for (const row of proof.rows) again.push(row);
      again.end();
    });
    if (!stands) this.done.rewritten += picker.messages;
    for (const bytes of stands ? proof.rows : text) this.#out.write(bytes);
  }

  #told = new Set<Uint8Array>();

  /** Packets of TLS can be read with the secrets that lay beside them. */
  #secrets(reading: SourceReading): void {
    for (const text of reading.secrets) {
      if (this.#told.has(text)) continue;
      this.#told.add(text);
      this.#file?.secrets(text);
    }
  }
}
