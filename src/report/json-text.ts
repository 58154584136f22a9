/** What JSON lets through as it is and a terminal, an editor or a viewer may obey: DEL, C1, bidi and invisible characters. */
const ACTING =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]|\udb40[\udc00-\udfff]/g;

function escaped(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    out += `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return out;
}

/** The JSON gate: the same document, with such characters written as escapes. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(ACTING, escaped);
}
