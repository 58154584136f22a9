import { displayWidth } from './width.ts';

/** A path's end tells files apart, its beginning seldom. */
export function ending(path: string, room: number): string {
  if (displayWidth(path) <= room) return path;
  // Only so many characters can have room.
  const characters = [...path.slice(-4 * room)];
  let from = 0;
  while (from < characters.length && displayWidth(characters.slice(from).join('')) >= room)
    from += 1;
  return `…${characters.slice(from).join('')}`;
}

/** Length of the folders that all paths begin with. */
export function commonFolder(paths: readonly string[]): number {
  const [first = ''] = paths;
  let length = first.lastIndexOf('/') + 1;
  for (const path of paths) {
    while (length > 0 && !path.startsWith(first.slice(0, length))) {
      length = first.lastIndexOf('/', length - 2) + 1;
    }
  }
  return length;
}
