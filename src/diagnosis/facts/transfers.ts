/** Transfers by REFER (RFC 3515): who asked whom for what, and what the notifications told of it. */
import type { Call } from '../../call/types.ts';
import { field } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { parseNameAddr } from '../../sip/values/name-addr.ts';
import { fact } from './fact.ts';
import { type DialogRequest, dialogRequests } from './in-dialog.ts';

/** Longest Refer-To and reason phrase that are quoted, in characters. */
const MAX_TEXT = 80;

/** What a NOTIFY says about the new call: a status line (RFC 3420). */
export interface Progress {
  readonly notify: DialogRequest;
  readonly code: number;
  readonly phrase: string;
}

export interface Transfer {
  readonly refer: DialogRequest;
  /** Where the new call is to go. */
  readonly target: string;
  readonly replaces: boolean;
  readonly progress: readonly Progress[];
  /** The last state that was told. */
  readonly last: Progress | null;
  /** Hang-up by the side that asked for the transfer. */
  readonly left: Message | null;
}

export const transfers = fact((call: Call, context): readonly Transfer[] => {
  const requests = dialogRequests(call, context);
  const refers = requests.filter(({ method }) => method === 'REFER');
  return refers.map((refer, at) => {
    const until = refers[at + 1]?.request.time ?? Number.POSITIVE_INFINITY;
    const progress = requests.flatMap((one) => {
      const { request } = one;
      if (one.method !== 'NOTIFY' || request.time >= until) return [];
      return isAbout(request, refer.request) ? progressOf(one) : [];
    });
    const to = parseNameAddr(field(refer.request, 'Refer-To') ?? '');
    return {
      refer,
      target: (to.uriText.split(/[?;]/, 1)[0] ?? '').slice(0, MAX_TEXT),
      replaces: /[?&]replaces=/i.test(to.uriText),
      progress,
      last: progress.at(-1) ?? null,
      left: requests.find((one) => isLeaving(one, refer.request))?.request ?? null,
    };
  });
});

/** From who was asked, after it was asked. An implicit subscription lives in the same dialog (RFC 3515 §2.4.6). */
function isAbout(notify: Message, refer: Message): boolean {
  return (
    notify.time >= refer.time && notify.fromTag === refer.toTag && notify.toTag === refer.fromTag
  );
}

function progressOf(notify: DialogRequest): Progress[] {
  const line = /^\s*SIP\/2\.0 (\d{3}) ?([^\r\n]*)/.exec(notify.request.body.slice(0, 200));
  if (line === null) return [];
  return [{ notify, code: Number(line[1]), phrase: (line[2] ?? '').trim().slice(0, MAX_TEXT) }];
}

function isLeaving({ method, request }: DialogRequest, refer: Message): boolean {
  return method === 'BYE' && request.time >= refer.time && request.sameFromTag(refer);
}
