/** Sequence diagrams in Mermaid, which GitHub, GitLab and many wikis draw. */
import type { ReportCall } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { messageName, messageStyle } from '../ladder/arrow.ts';
import type { Step } from '../ladder/fold.ts';
import { type Lanes, layLanes } from '../ladder/lanes.ts';
import { ladderRows } from '../ladder/rows.ts';
import { nameOf } from '../named.ts';
import { terminalText } from '../terminal-text.ts';
import { elapsedBetween } from '../time.ts';
import { truncated } from '../width.ts';

/** As wide as eight lanes: more cannot be read in a ticket. */
const COLUMNS = 140;
/** Rows that are drawn; the ladder command shows all. */
const MAX_ROWS = 60;
const MAX_LABEL = 60;
const MAX_NOTE = 100;

/** Whatever is no letter, digit, blank or harmless mark is written as its number: Mermaid's own escape. */
const SPECIAL = /[^\p{L}\p{N}\p{M} .,()/_×→·–…?-]/gu;

/** The Mermaid gate: a label in which nothing is syntax, cut to `most` columns. */
export function mermaidText(text: string, most: number): string {
  const safe = truncated(terminalText(text), most).trim();
  return safe.replace(SPECIAL, (character) => `#${character.codePointAt(0) ?? 63};`) || '–';
}

const lane = (number: number): string => `p${number}`;

function* participants(lanes: Lanes, { report }: Page): Iterable<string> {
  for (const [number, address] of lanes.names.entries()) {
    const own = nameOf(address, report);
    const name = own === undefined ? address : `${own} (${address})`;
    yield `  participant ${lane(number)} as ${mermaidText(name, MAX_LABEL)}`;
  }
}

function arrow({ message }: Step): string {
  if (message.code === undefined) return '->>';
  return messageStyle(message) === 'error' ? '--x' : '-->>';
}

function label({ message, sent }: Step, origin: string | null, { format }: Page): string {
  const us = elapsedBetween(origin, message.time);
  const since = us === null || message.time === origin ? '' : `  +${format.duration(us)}`;
  const marks = `${message.sdp === true ? ' SDP' : ''}${sent > 1 ? ` ×${sent}` : ''}`;
  return mermaidText(truncated(messageName(message), MAX_LABEL - 24) + marks + since, MAX_LABEL);
}

/** The message flow of a call; empty when the report carries no messages of it. */
export function sequenceDiagram(call: ReportCall, page: Page): string[] {
  const { messages = [] } = call;
  if (messages.length === 0) return [];
  const lanes = layLanes(messages, COLUMNS);
  const all = lanes.names.length > 1 ? `${lane(0)},${lane(lanes.names.length - 1)}` : lane(0);
  const origin = messages[0]?.time ?? null;
  const lines = ['sequenceDiagram', ...participants(lanes, page)];
  let rows = 0;
  for (const row of ladderRows(call, messages, page)) {
    rows += 1;
    if (rows > MAX_ROWS) {
      lines.push(`  Note over ${all}: …`);
      break;
    }
    if (row.kind === 'silence') {
      lines.push(`  Note over ${all}: ${mermaidText(row.text, MAX_NOTE)}`);
      continue;
    }
    const from = lanes.laneOf(row.step.message.from);
    const to = lanes.laneOf(row.step.message.to);
    // Endpoints beyond the width have no lane; the diagram says so below.
    if (from < 0 || to < 0) continue;
    lines.push(`  ${lane(from)}${arrow(row.step)}${lane(to)}: ${label(row.step, origin, page)}`);
    const note = row.notes.find((text) => text.startsWith('Reason: '));
    if (note !== undefined) {
      lines.push(`  Note over ${lane(from)},${lane(to)}: ${mermaidText(note, MAX_NOTE)}`);
    }
  }
  if (lanes.hidden > 0) {
    const hidden = page.words.notShownLanes(lanes.hidden, page.format.integer(lanes.hidden));
    lines.push(`  Note over ${all}: ${mermaidText(hidden, MAX_NOTE)}`);
  }
  return lines;
}
