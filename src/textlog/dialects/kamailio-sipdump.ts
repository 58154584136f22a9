import type { Dialect, Pattern } from '../dialect.ts';

/** `name: value`, alone in its row. */
const field = (name: string, value: string): Pattern => ({
  mark: `${name}: `,
  row: new RegExp(String.raw`(?:^|\s)${name}: ${value}\s*$`),
  adds: true,
});

/**
 * Kamailio's sipdump module (sipdump_write.c): rows of `name: value` between rows of `=` and `~`, the message, a row of `|` that is glued
 * to a body without a line end. The tag is `rcv` or `snd` unless a script gave its own.
 */
export const kamailioSipdump: Dialect = {
  id: 'kamailio-sipdump',
  patterns: [
    { mark: '====================', row: /(?:^|[^=])={20}\s*$/, weak: true },
    field('tag', String.raw`(?<way>\S+)`),
    field('time', String.raw`(?<time>\d{10}\.\d{1,6})`),
    field('proto', String.raw`(?<transport>\w+) ipv[46]`),
    field('srcip', String.raw`(?<from>\S+)`),
    field('srcport', String.raw`(?<fromPort>\d+)`),
    field('dstip', String.raw`(?<to>\S+)`),
    field('dstport', String.raw`(?<toPort>\d+)`),
  ],
  end: /^\|{20}$/,
};
