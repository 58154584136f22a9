import { ansi } from './ansi.ts';
import { audiocodesRecord } from './audiocodes-record.ts';
import { avayaParts } from './avaya-parts.ts';
import { catNotes } from './cat-notes.ts';
import { criRow } from './cri-row.ts';
import { escapedControls, kiwiControls } from './escaped-controls.ts';
import { htmlBreaks } from './html-breaks.ts';
import { htmlEntities } from './html-entities.ts';
import { iosSequence } from './ios-sequence.ts';
import { jsonRow, spacedJsonRow } from './json-row.ts';
import { literalEscapes } from './literal-escapes.ts';
import { mysqlOutfileRow } from './mysql-outfile.ts';
import { pipeRows } from './pipe-rows.ts';
import { syslogSerial } from './syslog-serial.ts';
import type { Wrapper } from './wrapper.ts';

/** Every wrapper, the outermost first: what one unwraps, the next is shown. */
export const WRAPPERS: readonly Wrapper[] = [
  jsonRow,
  spacedJsonRow,
  criRow,
  syslogSerial,
  iosSequence,
  ansi,
  audiocodesRecord,
  escapedControls,
  kiwiControls,
  literalEscapes,
  mysqlOutfileRow,
  avayaParts,
  catNotes,
  pipeRows,
  htmlBreaks,
  htmlEntities,
];
