/** What a piece of text is, not which colour it has: the command line brings the colours. */
export const STYLES = ['error', 'warning', 'info', 'good', 'strong', 'dim', 'accent'] as const;

export type Style = (typeof STYLES)[number];

export type Palette = Readonly<Record<Style, (text: string) => string>>;

const same = (text: string): string => text;

/** No colours: pipes, files, NO_COLOR. */
export const PLAIN: Palette = {
  error: same,
  warning: same,
  info: same,
  good: same,
  strong: same,
  dim: same,
  accent: same,
};
