import { expect, it } from 'vitest';
import { reportOf } from '../helpers/session.ts';

it('ends where a file header with a senseless zone follows a damaged record', () => {
  const file = new Uint8Array(24 + 16 + 24 + 40);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0xa1b2c3d4, true);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  view.setUint32(16, 65_535, true);
  view.setUint32(20, 1, true);
  // The length of the first record cannot be; behind it stands a file header whose zone cannot be either.
  view.setUint32(24 + 8, 0xffff_ffff, true);
  file.copyWithin(40, 0, 24);
  view.setUint32(40 + 8, 0xffff_ffff, true);
  const [source] = reportOf([file]).sources;
  expect(source?.unread.map(({ reason }) => reason)).toContain('damaged-record');
});
