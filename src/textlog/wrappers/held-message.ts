import { METHODS } from '../../sip/methods.ts';

/** Keys under which JSON keeps a whole message, as databases, collectors and programs name them. */
export const MESSAGE_KEYS = [
  'raw',
  '_raw',
  'message',
  'MESSAGE',
  'msg',
  'log',
  'text',
  'body',
  'payload',
  'content',
  'data',
  'packet',
  'sip',
  'sip_msg',
  'sip_message',
  'sipMessage',
  'textPayload',
  '@message',
] as const;

const START = String.raw`(?:SIP\\?/2\.0 [1-6]\d\d |[A-Z]{3,20} [^"\\]{1,2000} SIP\\?/2\.0)`;
const JSON_STRING = new RegExp(
  String.raw`"(?:${MESSAGE_KEYS.join('|')})"\s{0,4}:\s{0,4}"${START}[^"\\]{0,200}(?:\\r\\n|\\n|\\u000[dD]\\u000[aA])[A-Za-z-]{1,30} ?:`,
);
/** The dissection of a packet by tshark. */
const DISSECTED = /"sip(?:\.|_sip_)msg_hdr"/;
/** heplify's and gdb's own forms. */
const GO_STRUCT = /&HEP\{[^"]{1,2000}Payload:"/;
const GDB_STRING = new RegExp(
  String.raw`\b0x[0-9a-f]{4,16} (?:<[^>]{1,80}> )?"(?:SIP/2\.0|${METHODS.join('|')}) `,
);
/** A dump of a database: rows of a table behind it. */
export const SQL_INSERT =
  /INSERT INTO [^\s(]{1,200}\s?(?:\([^()]{1,2000}\)\s?)?VALUES\s?(?=\(.{0,2000}'(?:SIP\/2\.0 |[A-Z]{3,20} \S))/;

/** Whether the row is a record that holds a whole message: its dialect reads it, since it says more than the message's text. */
export function holdsMessage(row: string): boolean {
  if (!row.includes('SIP')) return false;
  return (
    DISSECTED.test(row) ||
    JSON_STRING.test(row) ||
    GO_STRUCT.test(row) ||
    GDB_STRING.test(row) ||
    SQL_INSERT.test(row)
  );
}
