import { capped } from './text.ts';

/** The members of a comma-separated token list (Allow, Supported, Require, Unsupported …), as written. */
export function tokens(line: string): string[] {
  const list: string[] = [];
  for (const part of capped(line).split(',')) {
    const token = part.trim();
    if (token !== '') list.push(token);
  }
  return list;
}
