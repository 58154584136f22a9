/** The first call of the incident, as a capture of its own. */
import { readFileSync } from 'node:fs';
import { concat } from '../../capture/capture-bytes.ts';

const FILE_HEADER = 24;
const RECORD_HEADER = 16;

export function oneCall(): Uint8Array {
  const file = readFileSync('fixtures/incident.pcap');
  const parts: Uint8Array[] = [file.subarray(0, FILE_HEADER)];
  let callId: string | undefined;
  for (let at = FILE_HEADER; at < file.length;) {
    const end = at + RECORD_HEADER + file.readUInt32LE(at + 8);
    const text = file.toString('latin1', at + RECORD_HEADER, end);
    if (callId === undefined && text.includes('INVITE sip:')) {
      callId = /\r\n(?:Call-ID|i): *(\S+)/i.exec(text)?.[1];
    }
    if (callId !== undefined && text.includes(callId)) parts.push(file.subarray(at, end));
    at = end;
  }
  return concat(...parts);
}
