import { isPlainWord } from './plain-words.ts';

/** Endings that say what is in a file. */
const KINDS =
  /(?:\.(?:pcap|pcapng|cap|dmp|snoop|erf|log|txt|out|trace|json|xml|gz|tgz|zst|xz|bz2|lz4|zip|tar|7z|\d{1,3}))+$/i;
/** Days and times of day: the report says anyway when it was. */
const DATES =
  /((?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d(?:[-_.T ]?[0-2]\d[-_.]?[0-5]\d(?:[-_.]?[0-5]\d)?)?)/;

/** A path with its names hidden; separators, dates and the kind of file stay. `-` is standard input. */
export function hidePath(path: string, hide: (name: string) => string): string {
  return path.replace(/[^/\\:!]+/g, (part) => {
    const kind = KINDS.exec(part)?.[0] ?? '';
    const names = part.slice(0, part.length - kind.length).split(DATES);
    return (
      names.map((name, at) => (at % 2 === 1 || isPlainWord(name) ? name : hide(name))).join('') +
      kind
    );
  });
}
