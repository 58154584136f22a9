import { readFileSync, renameSync, rmSync } from 'node:fs';
import { analyze } from '../analyze.ts';
import { openSources } from '../input/open-sources.ts';
import { leaked, RedactionError } from '../redact/redaction-error.ts';
import { differences } from '../redact/same-findings.ts';
import type { Redacted } from '../redacting-session.ts';
import { BytesOut } from './bytes-out.ts';
import { type ExtractFormat, NOTHING, type Extracted } from './extract.ts';
import { messageRows } from './message-rows.ts';
import { PcapFile } from './pcap-file.ts';
import { PcapngFile } from './pcapng-file.ts';
import { type ReadingOptions, readingOf } from './reading.ts';
import { RedactedPicker, type TwoFaced } from './redacted-picker.ts';
import { udpPacket } from './udp-packet.ts';
import type { Wanted } from './wanted.ts';

/** A file that is written twice: as it was, and with pseudonyms. */
interface Faces {
  readonly plain: BytesOut;
  readonly hidden: BytesOut;
}

/**
 * The same with pseudonyms: packets of our own around redacted messages, with their times, addresses and ports; of media the headers. Both faces are analysed, and
 * nothing is left unless they say the same and no original identifier is in the hidden one.
 * @throws RedactionError when that is not so
 */
export async function extractRedacted(
  files: readonly string[],
  wanted: Wanted,
  output: { readonly path: string; readonly format: ExtractFormat },
  options: ReadingOptions,
  { redactor, leaks }: Redacted,
): Promise<Extracted> {
  const paths = { plain: `${output.path}.plain.tmp`, hidden: `${output.path}.hidden.tmp` };
  const faces: Faces = { plain: new BytesOut(paths.plain), hidden: new BytesOut(paths.hidden) };
  const done = { ...NOTHING };
  try {
    const take = writerOf(faces, output.format, done);
    for (const file of files) {
      for await (const input of openSources(file)) {
        if (input.content.kind !== 'bytes') {
          await input.close();
          continue;
        }
        const picker = new RedactedPicker(input.path, wanted, redactor, take);
        const reading = readingOf(input.path, picker, options, picker);
        for await (const chunk of input) reading.push(chunk);
        reading.end();
        done.messages += picker.messages;
        done.media += picker.media;
      }
    }
    faces.plain.close();
    faces.hidden.close();
    if (done.messages > 0) {
      await compare(paths.plain, paths.hidden);
      const text = readFileSync(paths.hidden, 'latin1');
      const found = leaks.inOutput(text.match(/[^]{1,65536}/g) ?? [], '');
      if (found.length > 0) throw leaked(found);
      renameSync(paths.hidden, output.path);
    }
  } finally {
    rmSync(paths.plain, { force: true });
    rmSync(paths.hidden, { force: true });
  }
  return done;
}

function writerOf(faces: Faces, format: ExtractFormat, done: Extracted): (one: TwoFaced) => void {
  if (format === 'text') {
    return ({ time, plain, hidden }) => {
      for (const part of messageRows(time, plain)) faces.plain.write(part);
      for (const part of messageRows(time, hidden)) faces.hidden.write(part);
    };
  }
  const open = (out: BytesOut): PcapngFile | PcapFile =>
    format === 'pcap' ? new PcapFile(out) : new PcapngFile(out);
  const [plainFile, hiddenFile] = [open(faces.plain), open(faces.hidden)];
  return ({ time, plain, hidden, comments }) => {
    const packet = udpPacket(hidden.bytes, hidden.from, hidden.to, time);
    const before = udpPacket(plain.bytes, plain.from, plain.to, time);
    if (packet === null || before === null) {
      done.unfit += 1;
      return;
    }
    done.packets += 1;
    // The same comments, so that every packet lies at the same place.
    plainFile.packet('redacted', before, comments);
    hiddenFile.packet('redacted', packet, comments);
  };
}

async function compare(plain: string, hidden: string): Promise<void> {
  const found = differences(await analyze(plain), await analyze(hidden));
  if (found.length > 0) throw new RedactionError('the redacted extract says something else', found);
}
