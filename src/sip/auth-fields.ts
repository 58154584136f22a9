import { fieldLines } from './field.ts';
import type { Message } from './message.ts';
import { parseChallenges, type Challenge } from './values/challenge.ts';
import { parseCredentials, type Credentials } from './values/credentials.ts';

/** Who asks: the end (401, WWW-Authenticate, Authorization) or a proxy (407, Proxy-…); RFC 3261 §22.2–3. */
export type AuthKind = 'www' | 'proxy';

export type Asked = Challenge & { readonly kind: AuthKind };
export type Given = Credentials & { readonly kind: AuthKind };

const KINDS: readonly AuthKind[] = ['www', 'proxy'];
/** The field that asks, and the one that answers. */
export const CHALLENGE_FIELD = { www: 'WWW-Authenticate', proxy: 'Proxy-Authenticate' } as const;
export const CREDENTIALS_FIELD = { www: 'Authorization', proxy: 'Proxy-Authorization' } as const;

/** Lines of one field that are read (a bound for hostile input). */
const MAX_LINES = 16;

/** Every challenge of a response, in order. */
export function challengesOf(response: Message): Asked[] {
  return KINDS.flatMap((kind) =>
    fieldLines(response, CHALLENGE_FIELD[kind])
      .slice(0, MAX_LINES)
      .flatMap((line) => parseChallenges(line))
      .map((challenge) => ({ kind, ...challenge })),
  );
}

/** Every credentials of a request, in order. */
export function credentialsOf(request: Message): Given[] {
  return KINDS.flatMap((kind) =>
    fieldLines(request, CREDENTIALS_FIELD[kind])
      .slice(0, MAX_LINES)
      .flatMap((line) => parseCredentials(line))
      .map((credentials) => ({ kind, ...credentials })),
  );
}

/** What a 401 asks with, and a 407. */
export function kindOfCode(status: number): AuthKind {
  return status === 407 ? 'proxy' : 'www';
}
