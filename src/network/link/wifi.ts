import { u16le } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import type { Cursor } from '../cursor.ts';
import { DONE, LINK_TYPE, LLC, WIFI_PADDED } from '../keys.ts';
import type { LayerContext, LayerDefinition } from '../layer.ts';

/** Frame control, two bytes little-endian (IEEE 802.11-2020 §9.2.4.1). */
const TYPE_MASK = 0x000c;
const TYPE_DATA = 0x0008;
const WITHOUT_DATA = 0x0040;
const QOS = 0x0080;
const TO_DS = 0x0100;
const FROM_DS = 0x0200;
const MORE_FRAGMENTS = 0x0400;
const PROTECTED = 0x4000;
const HT_CONTROL = 0x8000;
/** In QoS control: several frames in one. */
const AGGREGATE = 0x0080;
const FRAGMENT_NUMBER = 0x000f;

const LEAST_HEADER = 24;

function wifiLayer(context: LayerContext, padded: boolean): { peel(cursor: Cursor): number } {
  const { unread } = context;
  const other = unread.reason('wifi-not-data');
  const encrypted = unread.reason('wifi-encrypted');
  const unsupported = unread.reason('wifi-fragment-or-aggregate');
  return {
    peel(cursor) {
      const { bytes, start, end } = cursor;
      const control = u16le(bytes, start);
      const length = headerLength(control, padded);
      const data = (control & TYPE_MASK) === TYPE_DATA && (control & WITHOUT_DATA) === 0;
      if (!data || end - start < length) {
        hit(other, cursor.frame, cursor.base + start);
        return DONE;
      }
      if ((control & PROTECTED) !== 0) {
        hit(encrypted, cursor.frame, cursor.base + start);
        return DONE;
      }
      const qosAt = start + (bothWays(control) ? 30 : LEAST_HEADER);
      const aggregate = (control & QOS) !== 0 && (u16le(bytes, qosAt) & AGGREGATE) !== 0;
      const fragment = (u16le(bytes, start + 22) & FRAGMENT_NUMBER) !== 0;
      if (aggregate || fragment || (control & MORE_FRAGMENTS) !== 0) {
        hit(unsupported, cursor.frame, cursor.base + start);
        return DONE;
      }
      cursor.start += length;
      return LLC;
    },
  };
}

function bothWays(control: number): boolean {
  return (control & (TO_DS | FROM_DS)) === (TO_DS | FROM_DS);
}

function headerLength(control: number, padded: boolean): number {
  let length = bothWays(control) ? LEAST_HEADER + 6 : LEAST_HEADER;
  if ((control & QOS) !== 0) length += (control & HT_CONTROL) === 0 ? 2 : 6;
  return padded ? (length + 3) & ~3 : length;
}

/** 802.11 data frames that are not encrypted. */
export const wifi: LayerDefinition = {
  id: 'wifi',
  keys: [LINK_TYPE + 105],
  open: (context) => wifiLayer(context, false),
};

/** The same with the header padded to four bytes, as some radios deliver it. */
export const wifiPadded: LayerDefinition = {
  id: 'wifi-padded',
  keys: [WIFI_PADDED],
  open: (context) => wifiLayer(context, true),
};
