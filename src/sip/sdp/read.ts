import type { SdpFaultKind } from '../../model/sdp-args.ts';
import { decimal } from '../values/text.ts';
import { parseConnection, parseOrigin } from './address.ts';
import type {
  Bandwidth,
  Connection,
  Origin,
  SdpAttribute,
  SdpLine,
  SdpMedia,
  SdpSection,
  SessionDescription,
} from './description.ts';
import type { SdpFault } from './fault.ts';
import { linesOf } from './lines.ts';
import { type MediaLine, parseMediaLine } from './media-line.ts';
import { orderFaults } from './order.ts';
import { payloadFaults } from './payload-faults.ts';

/** Most faults of one kind of check that are kept of one description. */
const MAX_FAULTS = 64;

/** A section while its lines are read. */
class Section implements SdpSection {
  connection: Connection | null = null;
  readonly bandwidths: Bandwidth[] = [];
  readonly attributes: SdpAttribute[] = [];
}

/** Its `c=` line comes after it was made, so it falls back to the session's when it is asked. */
class MediaSection implements SdpMedia {
  readonly own = new Section();
  readonly kind: string;
  readonly port: number | null;
  readonly ports: number;
  readonly protocol: string;
  readonly formats: readonly string[];
  readonly line: SdpLine;
  readonly #session: Section;

  constructor(
    { kind, port, ports, protocol, formats }: MediaLine,
    line: SdpLine,
    session: Section,
  ) {
    this.kind = kind;
    this.port = port;
    this.ports = ports;
    this.protocol = protocol;
    this.formats = formats;
    this.line = line;
    this.#session = session;
  }

  get connection(): Connection | null {
    return this.own.connection ?? this.#session.connection;
  }

  get bandwidths(): readonly Bandwidth[] {
    return this.own.bandwidths;
  }

  get attributes(): readonly SdpAttribute[] {
    return this.own.attributes;
  }
}

/** Reads a session description; never throws, keeps every line, and says what is wrong. Linear in its length. */
export function readSdp(text: string, cut = false): SessionDescription {
  const { lines, more } = linesOf(text);
  const faults: SdpFault[] = [];
  const session = new Section();
  const media: MediaSection[] = [];
  let origin: Origin | null = null;
  let section = session;
  for (const line of lines) {
    let fault: SdpFaultKind | null = null;
    switch (line.type) {
      case 'm': {
        const parsed = parseMediaLine(line.value);
        const one = new MediaSection(parsed, line, session);
        media.push(one);
        section = one.own;
        ({ fault } = parsed);
        break;
      }
      case 'c': {
        const connection = parseConnection(line);
        if (connection === null) fault = 'connection';
        section.connection ??= connection;
        break;
      }
      case 'o':
        origin ??= parseOrigin(line);
        if (origin === null) fault = 'origin';
        break;
      case 'a':
        section.attributes.push(attributeOf(line));
        break;
      case 'b': {
        const bandwidth = bandwidthOf(line);
        if (bandwidth === null) fault = 'bandwidth';
        else section.bandwidths.push(bandwidth);
        break;
      }
      default:
        if (line.type === '') fault = 'not-a-line';
    }
    if (fault !== null && faults.length < MAX_FAULTS) faults.push({ kind: fault, line });
  }
  if (more) faults.push({ kind: 'too-long', line: lines.at(-1) as SdpLine });
  if (!cut) {
    faults.push(...orderFaults(lines, media).slice(0, MAX_FAULTS));
    for (const one of media) faults.push(...payloadFaults(one));
  }
  const { connection, bandwidths, attributes } = session;
  return { lines, origin, media, cut, connection, bandwidths, attributes, faults };
}

function attributeOf(line: SdpLine): SdpAttribute {
  const colon = line.value.indexOf(':');
  return colon < 0
    ? { name: line.value, value: '', line }
    : { name: line.value.slice(0, colon), value: line.value.slice(colon + 1).trim(), line };
}

function bandwidthOf({ value }: SdpLine): Bandwidth | null {
  const colon = value.indexOf(':');
  const number = decimal(value.slice(colon + 1).trim());
  return colon < 1 || number === null ? null : { type: value.slice(0, colon), value: number };
}
