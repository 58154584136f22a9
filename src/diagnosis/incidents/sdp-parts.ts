import { utf8 } from '../../sip/bytes.ts';
import type { Message } from '../../sip/message.ts';
import { sdpSpan } from '../../sip/sdp/body.ts';
import type { SdpLine } from '../../sip/sdp/description.ts';
import { linesOf } from '../../sip/sdp/lines.ts';
import { parseMediaLine } from '../../sip/sdp/media-line.ts';
import type { CallNeutral } from './call-neutral.ts';
import { compared, type InvitePart } from './invite-part.ts';

/** Lines of one description that are compared. */
const MAX_LINES = 200;

/** Attributes that are made anew for each call: that they are there is what is compared. */
const OF_THIS_CALL: ReadonlySet<string> = new Set([
  'candidate',
  'cname',
  'ice-pwd',
  'ice-ufrag',
  'label',
  'msid',
  'msid-semantic',
  'rtcp',
  'setup-id',
  'ssrc',
  'ssrc-group',
  'tls-id',
]);
/** Shown without what stands behind their first word: a key, or a hash of one. */
const FIRST_WORD: ReadonlySet<string> = new Set(['crypto', 'fingerprint']);

/** The lines of an INVITE's session description as they are compared with those of another. */
export function sdpParts(message: Message, neutral: CallNeutral): InvitePart[] {
  const span = sdpSpan(message);
  if (span === null) return [];
  const { lines } = linesOf(utf8(message.bytes, span.start, span.end));
  const parts: InvitePart[] = [];
  let section = '';
  for (const line of lines.slice(0, MAX_LINES)) {
    if (line.type === 'm') section = `${parseMediaLine(line.value).kind} `;
    const part = partOf(line, neutral);
    if (part !== null) {
      const where = line.type === 'm' ? '' : section;
      parts.push({ part: 'sdp', ...part, name: where + part.name });
    }
  }
  return parts;
}

/** Null for a line that differs between any two calls: ids of the session, its name and its time. */
function partOf(
  { type, value: whole }: SdpLine,
  neutral: CallNeutral,
): Omit<InvitePart, 'part'> | null {
  const value = compared(whole);
  if (type === 'o' || type === 's' || type === 't' || type === '') return null;
  if (type === 'm') return mediaPart(value);
  if (type === 'c') {
    const [network = '', family = '', address = ''] = value.split(/\s+/, 3);
    const key = `${network} ${family} ${neutral.mediaHost(address)}`;
    return { name: 'c=', key, shown: value };
  }
  if (type !== 'a') return { name: `${type}=`, key: value, shown: value };
  return attributePart(value);
}

/** Of the port only whether there is one: 0 rejects the medium. */
function mediaPart(value: string): Omit<InvitePart, 'part'> {
  const { kind, port, protocol, formats } = parseMediaLine(value);
  const used = port === 0 ? 'off' : 'on';
  return { name: `m=${kind}`, key: `${used} ${protocol} ${formats.join(' ')}`, shown: value };
}

function attributePart(value: string): Omit<InvitePart, 'part'> {
  const colon = value.indexOf(':');
  const attribute = (colon < 0 ? value : value.slice(0, colon)).toLowerCase();
  const text = colon < 0 ? '' : value.slice(colon + 1);
  const name = `a=${attribute}`;
  if (OF_THIS_CALL.has(attribute)) return { name, key: '', shown: text };
  if (FIRST_WORD.has(attribute)) {
    const kept = text.split(/\s+/, attribute === 'crypto' ? 2 : 1).join(' ');
    return { name, key: kept, shown: `${kept} …` };
  }
  return { name, key: text, shown: text };
}
