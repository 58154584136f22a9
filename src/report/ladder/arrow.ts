import type { CallMessage } from '../../model/report.ts';
import { piece } from '../line.ts';
import type { Style } from '../palette.ts';
import { terminalText } from '../terminal-text.ts';
import { displayWidth, truncated } from '../width.ts';
import type { Placed } from './canvas.ts';
import type { Step } from './fold.ts';
import type { Lanes } from './lanes.ts';

/** Challenges and withdrawals are steps of a normal call. */
const ROUTINE = new Set([401, 407, 487, 491]);

export function messageStyle({ code }: CallMessage): Style {
  if (code === undefined) return 'strong';
  if (code < 200) return 'info';
  if (code < 300) return 'good';
  return code < 400 || ROUTINE.has(code) ? 'warning' : 'error';
}

/** `183 Session Progress`, or `INVITE`. */
export function messageName({ method, code, phrase }: CallMessage): string {
  return method ?? `${code ?? ''} ${phrase ?? ''}`.trim();
}

/** The label on the arrow; what does not fit is taken from the phrase, never from the counts. */
function label({ message, sent }: Step, room: number): string {
  const marks = `${message.sdp === true ? ' SDP' : ''}${sent > 1 ? ` ×${sent}` : ''}`;
  const name = truncated(terminalText(messageName(message)), room - marks.length);
  return `${name}${marks}`;
}

/** A label between two lines, or past the last one for messages that cannot be drawn as an arrow. */
export function drawArrow(step: Step, lanes: Lanes): Placed[] {
  const { message } = step;
  const from = lanes.laneOf(message.from);
  const to = lanes.laneOf(message.to);
  const style = messageStyle(message);
  if (from < 0 || to < 0) {
    const text = ` ${messageName(message)}  ${message.from} → ${message.to} `;
    return [{ column: lanes.column(0) + 1, piece: piece(text, style) }];
  }
  if (from === to) {
    return [
      { column: lanes.column(from) + 1, piece: piece(` ↺ ${label(step, lanes.gap)} `, style) },
    ];
  }
  const left = lanes.column(Math.min(from, to)) + 1;
  const length = lanes.column(Math.max(from, to)) - left;
  const text = ` ${label(step, length - 4)} `;
  const dashes = Math.max(0, length - 1 - displayWidth(text));
  const before = '─'.repeat(Math.floor(dashes / 2));
  const after = '─'.repeat(dashes - before.length);
  const [head, tail] = from < to ? ['', '►'] : ['◄', ''];
  return [
    { column: left, piece: piece(head + before, 'dim') },
    { column: left + head.length + before.length, piece: piece(text, style) },
    {
      column: left + head.length + before.length + displayWidth(text),
      piece: piece(after + tail, 'dim'),
    },
  ];
}
