/**
 * What Sofia-SIP prints in front of each message (tport_logging.c): direction, length, the remote end in brackets, the time of
 * day. FreeSWITCH, drachtio and flexisip are built on it.
 */
export const SOFIA_STAMP = String.raw`(?<way>recv|send|sent) (?<size>\d{1,7}) bytes (?:from|to) (?<transport>udp|tcp|tls|sctp|wss?)\/\[(?<remote>[^\]\s]+)\](?::(?<remotePort>\d+))?(?:\/\d+|;comp=\w+){0,2}`;

/** ` at 10:15:42.123456:`; hand-trimmed logs have lost it. */
export const SOFIA_TIME = String.raw`(?: at (?<time>\d\d:\d\d:\d\d\.\d{1,6}))?:?`;
