import type { Wrapper } from './wrapper.ts';

const NUMBER = /\[S=(\d{1,10})\] ?\[[SB]ID[=:]((?:\w{1,16}:){0,1}\w{1,16})/;
const STAMP = /^\[Time: ?[\d-]{5,10}@[\d:.]{8,15}\](?: \[\d{1,6}\])?\s*$/;
/** Each line of a message has a blank behind it. */
const BLANKS = / (?=#012|\n)/g;
const ENVELOPE = /---- (?=(?:Incoming|Outgoing) SIP Message )/g;

/**
 * A record of an AudioCodes device. Its own stamp stands at its end: it is put in front of the messages, where stamps are looked for.
 * `[S=n]` counts the device's records, so that lost ones are noticed.
 */
export const audiocodesRecord: Wrapper = {
  id: 'audiocodes-record',
  mark: '[S=',
  unwrap(row) {
    const number = NUMBER.exec(row);
    if (number === null) return null;
    const serial = { value: Number(number[1]), of: number[2] ?? '' };
    const at = row.lastIndexOf('[Time:');
    const stamp = at < 0 ? '' : row.slice(at);
    const isStamp = STAMP.test(stamp);
    const text = (isStamp ? row.slice(0, at).trimEnd() : row).replace(BLANKS, '');
    if (!isStamp) return { text, serial };
    const front = `${stamp.slice(0, stamp.indexOf(']') + 1)} ---- `;
    return { text: text.replace(ENVELOPE, front), serial };
  },
};
