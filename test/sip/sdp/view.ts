/** The same description as our reader and as sdp-transform see it, in one shape. */
import { parse } from 'sdp-transform';
import { codecsOf } from '../../../src/sip/sdp/codecs.ts';
import {
  attribute,
  attributeValues,
  type SdpMedia,
  type SessionDescription,
} from '../../../src/sip/sdp/description.ts';
import { candidatesOf } from '../../../src/sip/sdp/ice.ts';
import { isRtp } from '../../../src/sip/sdp/media-line.ts';
import { hasRtcpMux, ptimeOf, rtcpOf } from '../../../src/sip/sdp/rtcp.ts';
import { parseRtpmap } from '../../../src/sip/sdp/rtpmap.ts';
import { cryptosOf } from '../../../src/sip/sdp/security.ts';

/** What the reader says. */
export function ownView(description: SessionDescription): unknown {
  const { origin, connection, media } = description;
  return {
    origin: origin && [origin.user, origin.session, origin.version, origin.address],
    address: connection?.address ?? null,
    fingerprint: attribute(description, 'fingerprint') ?? null,
    media: media.map((one) => ownMedia(description, one)),
  };
}

function ownMedia(description: SessionDescription, media: SdpMedia): unknown {
  const rtcp = attribute(media, 'rtcp') === undefined ? null : rtcpOf(media).port;
  return {
    line: [media.kind, media.port, media.protocol, media.formats.join(' ')],
    address: media.connection?.address ?? null,
    codecs: isRtp(media) ? namedCodecs(media) : [],
    crypto: cryptosOf(media).map(({ tag, suite }) => `${tag} ${suite}`),
    fingerprint: attribute(media, 'fingerprint') ?? null,
    setup: attribute(media, 'setup') ?? null,
    direction: ['sendrecv', 'sendonly', 'recvonly', 'inactive'].filter(
      (name) => attribute(media, name) !== undefined,
    ),
    ptime:
      attribute(media, 'ptime') === undefined
        ? null
        : ptimeOf({ ...description, attributes: [] }, media),
    rtcp,
    mux: hasRtcpMux(media),
    ice: [attribute(media, 'ice-ufrag') ?? null, attribute(media, 'ice-pwd') ?? null],
    candidates: candidatesOf(media).map(
      ({ component, transport, address, port, type }) =>
        `${component} ${transport} ${address} ${port} ${type}`,
    ),
    bandwidths: media.bandwidths.map(({ type, value }) => `${type} ${value}`),
  };
}

/** Only what an rtpmap names: the oracle does not know the static types. */
function namedCodecs(media: SdpMedia): string[] {
  const mapped = attributeValues(media, 'rtpmap').flatMap((value) => parseRtpmap(value) ?? []);
  const known = new Set(mapped.map(({ payload }) => payload));
  return codecsOf(media)
    .filter(({ payload, name }) => known.has(payload) && name !== '')
    .map(({ payload, name, clock, fmtp }) => `${payload} ${name} ${clock} ${fmtp}`.trim())
    .toSorted();
}

type Parsed = ReturnType<typeof parse>;

/** What sdp-transform says. */
export function oracleView(text: string): unknown {
  const parsed = parse(text);
  const { origin, connection } = parsed as Partial<Parsed>;
  return {
    origin:
      origin === undefined
        ? null
        : [
            origin.username,
            String(origin.sessionId),
            String(origin.sessionVersion),
            origin.address,
          ].map(String),
    address: connection?.ip.split('/')[0] ?? null,
    fingerprint: hashed(parsed.fingerprint),
    media: parsed.media.map((one) => oracleMedia(parsed, one)),
  };
}

function oracleMedia(parsed: Parsed, media: Parsed['media'][number]): unknown {
  const formats = written(media.payloads ?? '')
    .trim()
    .split(/\s+/);
  const fmtps = new Map(media.fmtp.map(({ payload, config }) => [String(payload), config]));
  const rtp = /(^|\/)RTP\/S?AVPF?$/i.test(media.protocol);
  return {
    line: [media.type?.toLowerCase(), media.port, media.protocol?.toUpperCase(), formats.join(' ')],
    address: (media.connection ?? parsed.connection)?.ip.split('/')[0] ?? null,
    codecs: (rtp ? media.rtp : [])
      .filter(({ payload }) => formats.includes(String(payload)))
      .map(({ payload, codec, rate }) =>
        `${payload} ${codec} ${rate} ${fmtps.get(String(payload)) ?? ''}`.trim(),
      )
      .toSorted(),
    crypto: (media.crypto ?? []).map(({ id, suite }) => `${id} ${suite.toUpperCase()}`),
    fingerprint: hashed(media.fingerprint),
    setup: media.setup ?? null,
    direction: media.direction === undefined ? [] : [media.direction],
    ptime: media.ptime ?? null,
    rtcp: media.rtcp?.port ?? null,
    mux: media.rtcpMux !== undefined,
    ice: [media.iceUfrag ?? null, media.icePwd ?? null].map((one) =>
      one === null ? null : written(one),
    ),
    candidates: (media.candidates ?? []).map(
      ({ component, transport, ip, port, type }) =>
        `${component} ${transport.toLowerCase()} ${ip} ${port} ${type}`,
    ),
    bandwidths: (media.bandwidth ?? []).map(({ type, limit }) => `${type} ${limit}`),
  };
}

/** Its types promise text, but what looks like a number comes as one. */
function written(value: unknown): string {
  return String(value);
}

function hashed(fingerprint: { type: string; hash: string } | undefined): string | null {
  return fingerprint === undefined ? null : `${fingerprint.type} ${fingerprint.hash}`;
}

/** The oracle drops what it cannot read, and knows no `port/count`: there is nothing to compare. */
export function isBeyondOracle({ faults, media }: SessionDescription): boolean {
  return (
    faults.some(({ kind }) => kind !== 'no-rtpmap' && kind !== 'order') ||
    media.some(({ ports }) => ports !== 1)
  );
}
