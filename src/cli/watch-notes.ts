import type { FollowNote } from '../input/follow/follower.ts';
import { terminalText } from '../report/terminal-text.ts';

/** What is told of files; a file that begins is nothing to speak of. */
const NOTES: Readonly<Partial<Record<FollowNote, string>>> = {
  emptied: 'was emptied, and is read from its beginning',
  replaced: 'is another file now, and both are read',
  gone: 'was removed',
  packed: 'is compressed and cannot grow: not followed (siptriage reads it)',
  'given-up': 'grew again after it had been given up for newer files: not read',
  unreadable: 'cannot be read',
  'too-many': 'too many files to remember: an old one may be read again',
};
/** Told for the first file only. */
const ONCE: ReadonlySet<FollowNote> = new Set<FollowNote>(['packed', 'gone', 'too-many']);

/** Tells what happened to files that are followed. */
export function watchNotes(
  tell: (message: string) => void,
): (note: FollowNote, path: string, error?: Error) => void {
  const told = new Set<FollowNote>();
  return (note, path, error) => {
    const words = NOTES[note];
    if (words === undefined || (ONCE.has(note) && told.has(note))) return;
    told.add(note);
    const why = error === undefined ? '' : `: ${error.message}`;
    tell(terminalText(`${path === '' ? '' : `${path} `}${words}${why}`));
  };
}
