import type { Dialect } from '../dialect.ts';

const row = (way: string): RegExp =>
  new RegExp(
    String.raw`(?<time>\d\d:\d\d:\d\d,\d{3}): (?<way>${way}): (?<remote>\S+:\d+) \((?<transport>UDP|TCP|TLS)\)`,
  );

/** PhonerLite's debug window: time of day, `T` or `R`, the peer. */
export const phonerlite: Dialect = {
  id: 'phonerlite',
  patterns: [
    { mark: ': T: ', row: row('T') },
    { mark: ': R: ', row: row('R') },
  ],
};
