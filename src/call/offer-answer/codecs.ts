import { type Codec, codecsOf, commonCodecs, isHelper, sameCodec } from '../../sip/sdp/codecs.ts';
import type { SdpMedia, SessionDescription } from '../../sip/sdp/description.ts';
import { isAccepted, isOn, type LinePair, pairsOf } from './lines.ts';
import type { Exchange } from './types.ts';

/** The codecs of every audio line that is on, helpers left out. */
export function voiceCodecsOf({ media }: SessionDescription): Codec[] {
  return media
    .filter((one) => one.kind === 'audio' && isOn(one))
    .flatMap(codecsOf)
    .filter((codec) => !isHelper(codec));
}

/** Accepted RTP lines on which both sides have nothing in common. */
export function withoutCommonCodec(exchange: Exchange): LinePair[] {
  return pairsOf(exchange).filter((pair) => {
    if (!isAccepted(pair) || pair.offered.kind !== pair.answered.kind) return false;
    const [offered, answered] = [mediaCodecs(pair.offered), mediaCodecs(pair.answered)];
    return offered.length > 0 && answered.length > 0 && !haveCommon(offered, answered);
  });
}

/** Codecs of a line, helpers left out; a line that has only helpers is a line of its own kind (DTMF alone). */
function mediaCodecs(media: SdpMedia): Codec[] {
  return codecsOf(media).filter((codec) => !isHelper(codec));
}

function haveCommon(offered: readonly Codec[], answered: readonly Codec[]): boolean {
  return commonCodecs(offered, answered).length > 0;
}

/** The audio codec in use after an exchange, as the answer prefers it, and all that would have done; null without audio. */
export function audioInUse(exchange: Exchange): { first: Codec; common: Codec[] } | null {
  const pair = pairsOf(exchange).find((one) => one.offered.kind === 'audio' && isAccepted(one));
  if (pair === undefined) return null;
  const offered = codecsOf(pair.offered);
  const common = commonCodecs(codecsOf(pair.answered), offered);
  const [first] = common;
  return first === undefined ? null : { first, common };
}

/** Two audio exchanges after which another codec has to be used. */
export interface CodecChange {
  readonly before: Codec;
  readonly after: Codec;
  readonly exchange: Exchange;
}

/** The first exchange after which the codec in use was no longer among those that both have. */
export function codecChangeOf(exchanges: readonly Exchange[]): CodecChange | null {
  let before: Codec | null = null;
  for (const exchange of exchanges) {
    const now = audioInUse(exchange);
    if (now === null) continue;
    const was: Codec | null = before;
    if (was !== null && !now.common.some((codec) => sameCodec(codec, was))) {
      return { before: was, after: now.first, exchange };
    }
    before ??= now.first;
  }
  return null;
}
