/** A page of the catalog as structure, not as text: the terminal, JSON and a browser draw it each in their own way. */

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly label?: string; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | {
      readonly kind: 'versus';
      readonly columns: readonly [left: string, right: string];
      readonly rows: readonly Versus[];
    };

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Versus {
  readonly label: string;
  readonly left: string;
  readonly right: string;
}

export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type SheetKind = 'code' | 'q850' | 'warning' | 'reason' | 'rule' | 'comparison';

export interface Sheet {
  readonly kind: SheetKind;
  /** `603`, `Q.850:21`, `Warning:305`, `RELEASE_CAUSE:2`, a rule id, or `100 603`. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly Section[];
}

export const text = (value: string): Block => ({ kind: 'text', text: value });

export const list = (items: readonly string[]): Block => ({ kind: 'list', items });

/** A section, or nothing when it would be empty. */
export function section(id: string, heading: string, ...blocks: readonly Block[]): Section[] {
  const filled = blocks.filter(hasContent);
  return filled.length === 0 ? [] : [{ id, heading, blocks: filled }];
}

function hasContent(block: Block): boolean {
  switch (block.kind) {
    case 'text':
      return block.text !== '';
    case 'list':
      return block.items.length > 0;
    case 'facts':
    case 'versus':
      return block.rows.length > 0;
  }
}
