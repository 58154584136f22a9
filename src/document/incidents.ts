import type { Message } from '../sip/message.ts';
import {
  foldIncidents,
  type IncidentFold,
  type IncidentRecord,
  type Population,
} from '../diagnosis/incidents/fold.ts';
import type { Bars } from '../diagnosis/incidents/histogram.ts';
import { type FoundTwin, Twins } from '../diagnosis/incidents/twin.ts';
import type { Histogram, Incident } from '../model/report.ts';
import { OTHER_KINDS } from '../model/vocabulary.ts';
import type { AttemptLog } from './attempt-log.ts';
import type { ConversationRecord, InvitePlace } from './records.ts';
import { iso } from './time.ts';

/** Incidents that are given a twin, the gravest first. */
const MAX_TWINS = 50;
/** As many calls show whether their numbers have something in common. */
const SEVERAL = 3;

/** The messages of a conversation that is still in memory, by its id. */
export type ReadMessages = (conversation: number) => readonly Message[];

/** Folds the primary findings of calls and of other conversations: what follows from them makes no incident of its own. */
export function incidentsOf(
  told: readonly ConversationRecord[],
  log: AttemptLog,
  read: ReadMessages,
): Incident[] {
  const places = new Map<number, InvitePlace>();
  for (const { row, attempt, invite } of told) {
    if (row !== null && attempt !== undefined && invite !== undefined) places.set(attempt, invite);
  }
  const twins = new Twins(log.calls, log.worked.all());
  return foldIncidents(populationsOf(told, log)).map((fold, at) => {
    const place = places.get(fold.representative.attempt);
    const wanted = at < MAX_TWINS && fold.of === 'call' && fold.severity !== 'info';
    const invite = wanted && place !== undefined ? inviteAt(place, read) : undefined;
    const twin =
      invite === undefined
        ? null
        : twins.of(fold.representative.attempt, invite, isOfAllNumbers(fold));
    return incidentOf(fold, `i${at + 1}`, twin);
  });
}

/** Several calls, and nothing says that they keep to a few prefixes. */
function isOfAllNumbers({ members, scope }: IncidentFold): boolean {
  return (
    members.length >= SEVERAL &&
    !scope.some(({ dimension, only }) => dimension === 'prefix' && only)
  );
}

function populationsOf(told: readonly ConversationRecord[], log: AttemptLog): Population[] {
  const calls: IncidentRecord[] = [];
  const others = new Map<string, IncidentRecord[]>(OTHER_KINDS.map((kind) => [kind, []]));
  for (const { row, other, primary, attempt } of told) {
    if (primary === null) continue;
    const { rule, severity, signature } = primary;
    if (row !== null && attempt !== undefined) {
      calls.push({ id: row.id, attempt, rule, severity, signature });
    } else if (other !== undefined) {
      const { id } = other;
      others.get(other.kind)?.push({ id, attempt: other.attempt, rule, severity, signature });
    }
  }
  return [
    { of: 'call', attempts: log.calls, records: calls },
    ...OTHER_KINDS.flatMap((of): Population[] => {
      const attempts = log.others.get(of);
      return attempts === undefined ? [] : [{ of, attempts, records: others.get(of) ?? [] }];
    }),
  ];
}

function incidentOf(fold: IncidentFold, id: string, twin: FoundTwin | null): Incident {
  const { of, rule, signature, severity, members, first, last, share, window, scope } = fold;
  return {
    id,
    of,
    rule,
    signature,
    severity,
    ...(of === 'call' ? { calls: [...members] } : { calls: [], conversations: [...members] }),
    first: iso(first),
    last: iso(last),
    share,
    window: { ...window },
    scope: [...scope],
    histogram: fold.histogram === null ? null : histogramOf(fold.histogram),
    representative: fold.representative.id,
    ...(twin === null ? {} : { twin: { ...twin, start: iso(twin.start) } }),
  };
}

/** Null for times that no calendar reaches. */
function histogramOf({ start, stepSeconds, affected, attempts }: Bars): Histogram | null {
  const text = iso(start);
  if (text === null) return null;
  return { start: text, stepSeconds, affected: [...affected], attempts: [...attempts] };
}

function inviteAt(
  { conversation, source, frame }: InvitePlace,
  read: ReadMessages,
): Message | undefined {
  return read(conversation).find(
    (message) =>
      message.method === 'INVITE' &&
      message.isRequest &&
      message.source === source &&
      message.frame === frame,
  );
}
