import { type BodyKind, hideBody, type Nested } from './body.ts';
import { agentTreatment, fieldTreatment, isAbility } from './fields.ts';
import type { Hiding } from './hiding.ts';
import type { Names } from './names.ts';
import { longFieldName } from '../sip/field.ts';
import { uri } from './uri.ts';

/** Anything else before a colon is no name of a field, but somebody's perhaps. */
const FIELD_NAME = /^[\w.!%*+`'~-]{1,64}$/;

const NESTED: Nested = { message: hideMessage, fields: hideFields };

/** A whole message: start line, fields, body; it stays as long as it is, and as malformed. */
export function hideMessage(text: string, hiding: Hiding): string {
  const end = text.indexOf('\n') + 1 || text.length;
  return hideStartLine(text.slice(0, end), hiding.names) + hideFields(text.slice(end), hiding);
}

/** `INVITE sip:… SIP/2.0` or `SIP/2.0 603 Decline`; what is neither is taken for full of names. */
export function hideStartLine(line: string, names: Names): string {
  const response = /^\s*SIP\/\d\.\d\s+\d{1,9}/i.exec(line)?.[0];
  if (response !== undefined) return response + names.free(line.slice(response.length));
  const method = /^\s*[\w.!%*+`'~-]{1,64}\s+/.exec(line)?.[0];
  const version = line.toUpperCase().lastIndexOf(' SIP/');
  if (method === undefined) return names.strict(line);
  const end = version < method.length ? line.length : version;
  return method + uri(line.slice(method.length, end), names) + line.slice(end);
}

/** Header fields up to an empty line, and the body behind it. */
export function hideFields(text: string, hiding: Hiding): string {
  let made = '';
  let at = 0;
  let type = '';
  let isEncoded = false;
  while (at < text.length) {
    if (isEmptyLine(text, at)) {
      const body = text.indexOf('\n', at) + 1;
      const kind: BodyKind = { type, isEncoded };
      return made + text.slice(at, body) + hideBody(text.slice(body), kind, hiding, NESTED);
    }
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    const long = longFieldName(name).toLowerCase();
    const value = line.slice(colon + 1);
    if (long === 'content-type' && type === '') type = value;
    if (long === 'content-encoding') isEncoded ||= !/^\s*(?:identity)?\s*$/i.test(value);
    made +=
      colon < 0 || !FIELD_NAME.test(name)
        ? hiding.names.strict(line)
        : line.slice(0, colon + 1) + hideValue(name, value, hiding);
    at = end;
  }
  return made;
}

function hideValue(name: string, value: string, { names, hideAgents, onKept }: Hiding): string {
  const agent = agentTreatment(name, hideAgents);
  const treatment = agent ?? fieldTreatment(name);
  const made = treatment(value, names);
  if (isAbility(treatment) || (agent !== undefined && !hideAgents)) onKept(made);
  return made;
}

function isEmptyLine(text: string, at: number): boolean {
  return text.startsWith('\n', at) || text.startsWith('\r\n', at);
}

/** Behind the line with all its continuations (RFC 3261 §7.3.1). */
function lineEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    if (feed < 0) return text.length;
    at = feed + 1;
    const next = text.charAt(at);
    if (next !== ' ' && next !== '\t') return at;
  }
  return at;
}
