import { dim, type Line, piece } from '../line.ts';

export function heading(title: string, facts = ''): Line {
  return facts === '' ? [piece(title, 'strong')] : [piece(title, 'strong'), dim(`  ${facts}`)];
}
