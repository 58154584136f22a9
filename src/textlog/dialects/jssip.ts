import type { Dialect } from '../dialect.ts';

/**
 * JsSIP in a browser's console or in Node (Transport.js; 0.x wrote `JsSIP | TRANSPORT |`): direction only. A time stands in front
 * in Node alone; DevTools may have glued the start line to the row.
 */
export const jssip: Dialect = {
  id: 'jssip',
  patterns: [
    {
      mark: 'JsSIP',
      row: /JsSIP(?::Transport| \| TRANSPORT \|) (?<way>sending|received) (?:WebSocket )?(?:text |binary )?message:/,
    },
  ],
};

/** Other rows of JsSIP. */
export const jssipQuiet: Dialect = {
  id: jssip.id,
  patterns: [{ mark: 'JsSIP', row: /JsSIP(?::[A-Z]\w{2,30} | \| [A-Z][A-Z ]{1,30} \| )/ }],
};
