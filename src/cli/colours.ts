import { styleText } from 'node:util';
import { PLAIN, type Palette } from '../report/palette.ts';

type Format = Parameters<typeof styleText>[0];

/** Colours of the 16-colour set only: they follow the user's terminal theme, dark or light. */
const COLOURS: Readonly<Record<keyof Palette, Format>> = {
  error: ['bold', 'red'],
  warning: 'yellow',
  info: 'cyan',
  good: 'green',
  strong: 'bold',
  dim: 'dim',
  accent: 'cyan',
};

const paint =
  (format: Format) =>
  (text: string): string =>
    styleText(format, text, { validateStream: false });

const COLOURED: Palette = {
  error: paint(COLOURS.error),
  warning: paint(COLOURS.warning),
  info: paint(COLOURS.info),
  good: paint(COLOURS.good),
  strong: paint(COLOURS.strong),
  dim: paint(COLOURS.dim),
  accent: paint(COLOURS.accent),
};

/** Whether the stream wants colours: a terminal, NO_COLOR and FORCE_COLOR considered. */
function wantsColour(stream: NodeJS.WritableStream): boolean {
  return styleText('bold', 'x', { stream }) !== 'x';
}

export function paletteFor(stream: NodeJS.WritableStream, allowed: boolean): Palette {
  return allowed && wantsColour(stream) ? COLOURED : PLAIN;
}
