/** A payload type that needs no rtpmap. */
interface StaticPayload {
  readonly name: string;
  /** Hz; of G722 it is 8000 for historical reasons (RFC 3551 §4.5.2). */
  readonly clock: number;
  readonly channels: number;
}

const audio = (name: string, clock = 8000, channels = 1): StaticPayload => ({
  name,
  clock,
  channels,
});
const video = (name: string): StaticPayload => ({ name, clock: 90_000, channels: 1 });

/** RFC 3551 tables 4 and 5. */
export const STATIC_PAYLOADS: Readonly<Record<number, StaticPayload>> = {
  0: audio('PCMU'),
  3: audio('GSM'),
  4: audio('G723'),
  5: audio('DVI4'),
  6: audio('DVI4', 16_000),
  7: audio('LPC'),
  8: audio('PCMA'),
  9: audio('G722'),
  10: audio('L16', 44_100, 2),
  11: audio('L16', 44_100),
  12: audio('QCELP'),
  13: audio('CN'),
  14: { ...audio('MPA'), clock: 90_000 },
  15: audio('G728'),
  16: audio('DVI4', 11_025),
  17: audio('DVI4', 22_050),
  18: audio('G729'),
  25: video('CELB'),
  26: video('JPEG'),
  28: video('NV'),
  31: video('H261'),
  32: video('MPV'),
  33: video('MP2T'),
  34: video('H263'),
};
