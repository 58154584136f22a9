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
  SessionDescription,
} from './description.ts';
import type { SdpFault } from './fault.ts';
import { linesOf } from './lines.ts';
import { parseMediaLine } from './media-line.ts';
import { orderFaults } from './order.ts';
import { payloadFaults } from './payload-faults.ts';

/** Most faults that are kept of one description. */
const MAX_FAULTS = 64;

/** A section while its lines are read. */
class Section {
  connection: Connection | null = null;
  readonly bandwidths: Bandwidth[] = [];
  readonly attributes: SdpAttribute[] = [];
}

/** Reads a session description; never throws, keeps every line, and says what is wrong. Linear in its length. */
export function readSdp(text: string, cut = false): SessionDescription {
  const { lines, more } = linesOf(text);
  const faults: SdpFault[] = [];
  const blame = (kind: SdpFaultKind, line: SdpLine): void => {
    if (faults.length < MAX_FAULTS) faults.push({ kind, line });
  };
  const session = new Section();
  const media: SdpMedia[] = [];
  let origin: Origin | null = null;
  let section = session;
  for (const line of lines) {
    switch (line.type) {
      case 'm': {
        section = new Section();
        media.push(mediaOf(line, section, session, blame));
        break;
      }
      case 'c': {
        const connection = parseConnection(line);
        if (connection === null) blame('connection', line);
        else section.connection ??= connection;
        break;
      }
      case 'o':
        origin ??= parseOrigin(line);
        if (origin === null) blame('origin', line);
        break;
      case 'a':
        section.attributes.push(attributeOf(line));
        break;
      case 'b': {
        const bandwidth = bandwidthOf(line);
        if (bandwidth === null) blame('bandwidth', line);
        else section.bandwidths.push(bandwidth);
        break;
      }
      default:
        if (line.type === '') blame('not-a-line', line);
    }
  }
  if (more) blame('too-long', lines.at(-1) as SdpLine);
  const description = { lines, origin, media, cut, ...session };
  const rest = cut ? [] : [...orderFaults(description), ...media.flatMap(payloadFaults)];
  return { ...description, faults: [...faults, ...rest].slice(0, MAX_FAULTS) };
}

/** The media section reads its own lines later: its connection falls back to the session's. */
function mediaOf(
  line: SdpLine,
  own: Section,
  session: Section,
  blame: (kind: SdpFaultKind, line: SdpLine) => void,
): SdpMedia {
  const { fault, ...parsed } = parseMediaLine(line.value);
  if (fault !== null) blame(fault, line);
  return {
    ...parsed,
    line,
    bandwidths: own.bandwidths,
    attributes: own.attributes,
    get connection() {
      return own.connection ?? session.connection;
    },
  };
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
