/**
 * The one result document, `siptriage.report/1`: types, validation and the published JSON Schema come from here.
 * Every output is drawn from this document alone.
 */
import { z } from 'zod';
import { ASSUMPTIONS } from './assumption.ts';
import { ESTATE_ROLES } from './estate.ts';
import { EVIDENCE_SIGNS } from './evidence-sign.ts';
import { kpisSchema } from './kpis.ts';
import { REPORT_SCHEMA_ID } from './schema-ids.ts';
import {
  CONFIDENCES,
  INCIDENT_DIMENSIONS,
  OTHER_KINDS,
  OTHER_OUTCOMES,
  OUTCOMES,
  RELEASES,
  SCOPES,
  SEVERITIES,
  STAGES,
  STATUSES,
} from './vocabulary.ts';

const count = z.number().int().nonnegative();
const time = z.string().describe('ISO 8601, UTC, microseconds');
/** Null where the source has no clock (a log without times). */
const clock = time.nullable();

/** Where something was seen: `source` is an index into `sources`. */
export const locatorSchema = z
  .object({
    source: count,
    frame: count.optional().describe('1-based packet number of a capture'),
    line: count.optional().describe('1-based line number of a log'),
    offset: count.optional().describe('byte offset in the decompressed source'),
  })
  .meta({ id: 'Locator' });

export const unreadSchema = z
  .object({ reason: z.string(), count, first: locatorSchema.nullable() })
  .meta({ id: 'Unread' });

/** Why a source was taken for what it was. */
export const recognisedSchema = z
  .object({
    sign: z.enum(EVIDENCE_SIGNS),
    of: z.string().optional().describe('log dialect, or first bytes in hexadecimal'),
    count: count.optional().describe('how often'),
    first: locatorSchema.optional(),
  })
  .meta({ id: 'Recognised' });

export const sourceSchema = z
  .object({
    path: z.string(),
    format: z.string().describe('pcap, pcapng, text or unknown'),
    dialect: z.string().optional().describe('log dialect of most messages, for text'),
    dialects: z.record(z.string(), count).optional().describe('messages by dialect, if several'),
    wrappers: z.array(z.string()).optional().describe('what a log was packed in'),
    assumed: z.array(z.enum(ASSUMPTIONS)).optional().describe('what a log does not say'),
    recognisedBy: z.array(recognisedSchema).optional().describe('why it was taken for that'),
    compression: z.string().optional().describe('gzip or zstd'),
    bytes: count.describe('bytes read after decompression'),
    unreadBytes: count.optional().describe('bytes of a capture that belong to no packet: damage'),
    packets: count.optional(),
    lines: count.optional(),
    linesExplained: count
      .optional()
      .describe('lines that belong to messages, or to what announces them'),
    messages: count.describe('SIP messages'),
    calls: z
      .object({ seen: count, failed: count })
      .optional()
      .describe('calls with a message in it; several sources may have seen one call'),
    start: time.nullable(),
    end: time.nullable(),
    linkTypes: z.array(z.string()),
    unread: z.array(unreadSchema).describe('everything that was seen and not read'),
  })
  .meta({ id: 'Source' });

export const totalsSchema = z
  .object({
    messages: count.describe('SIP messages, retransmissions and duplicate sightings included'),
    duplicates: count.describe('how many of them are second sightings'),
    requests: z.record(z.string(), count),
    responses: z.record(z.string(), count),
    callIds: count,
    inviteCallIds: count.describe('Call-IDs with an INVITE transaction'),
    calls: count,
    registrations: count,
    outcomes: z.partialRecord(z.enum(OUTCOMES), count),
    others: z
      .partialRecord(z.enum(OTHER_KINDS), z.partialRecord(z.enum(OTHER_OUTCOMES), count))
      .describe('conversations that are no calls, by kind and outcome'),
  })
  .meta({ id: 'Totals' });

/** One row of a ladder. */
export const callMessageSchema = z
  .object({
    at: locatorSchema,
    time: clock,
    from: z.string().describe('ip:port'),
    to: z.string().describe('ip:port'),
    transport: z.string(),
    method: z.string().optional().describe('requests only'),
    code: count.optional().describe('responses only'),
    phrase: z.string().optional(),
    cseq: z.string().describe('number and method, e.g. "1 INVITE"'),
    repeat: z
      .enum(['retransmission', 'duplicate'])
      .optional()
      .describe('set on copies of an earlier message'),
    sdp: z.boolean().optional().describe('carries a session description'),
    reason: z.string().optional().describe('Reason header field'),
    text: z
      .string()
      .optional()
      .describe('as received, on request; the beginning of a very long one'),
  })
  .meta({ id: 'CallMessage' });

export const evidenceSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('message'),
      at: locatorSchema,
      time: clock,
      from: z.string(),
      to: z.string(),
      what: z.string().describe('start line in short: "INVITE", "603 Decline"'),
      copies: count.optional().describe('how many copies this row stands for'),
      field: z.string().optional().describe('the header field that matters, as received'),
    }),
    z.object({
      kind: z.literal('silence'),
      since: clock,
      until: clock,
      from: z.string().describe('whose message was awaited'),
      to: z.string(),
      awaited: z.string(),
    }),
    z.object({
      kind: z.literal('packet'),
      at: locatorSchema,
      time: clock,
      from: z.string(),
      to: z.string(),
      what: z.string().describe('a packet below SIP: "ICMP 3/3", "TCP RST"'),
      copies: count.optional().describe('how many packets like it'),
    }),
    z.object({
      kind: z.literal('counter'),
      at: locatorSchema.describe('where it was counted first, as far as that is a place'),
      what: z.string().describe('what was counted, e.g. "tcp-stream-gap"'),
      value: count,
    }),
  ])
  .meta({ id: 'Evidence' });

export const findingSchema = z
  .object({
    id: z.string(),
    rule: z.string(),
    severity: z.enum(SEVERITIES),
    confidence: z.enum(CONFIDENCES),
    status: z.enum(STATUSES),
    scope: z.enum(SCOPES),
    calls: z.array(z.string()),
    conversations: z
      .array(z.string())
      .optional()
      .describe('ids of the conversations that it is about, where those are no calls'),
    args: z.record(z.string(), z.unknown()),
    title: z.string(),
    explanation: z.string(),
    fix: z.array(z.string()),
    evidence: z.array(evidenceSchema).min(1),
    causedBy: z.string().optional().describe('id of the finding that explains this one'),
  })
  .meta({ id: 'Finding' });

export const callSchema = z
  .object({
    id: z.string(),
    callIds: z.array(z.string()),
    from: z.string().describe('caller as signalled: user@host or number'),
    to: z.string(),
    legs: z
      .array(
        z.object({
          callId: z.string(),
          source: z.string().describe('ip:port that sent the INVITE on this hop'),
          destination: z.string(),
          code: count.nullable().describe('final response seen on this hop'),
        }),
      )
      .describe('the hops of the initial INVITE, in the order they were seen'),
    start: clock,
    stage: z.enum(STAGES),
    outcome: z.enum(OUTCOMES),
    release: z.enum(RELEASES),
    confidence: z.enum(CONFIDENCES),
    final: z.object({ code: count, phrase: z.string(), reason: z.string().optional() }).nullable(),
    timing: z.object({
      pddMs: z.number().nullable(),
      ringMs: z.number().nullable(),
      talkMs: z.number().nullable(),
      /** null when the source has no clock. */
      elapsedMs: z.number().nullable(),
    }),
    findings: z.array(z.string()),
    primary: z.string().nullable(),
    messages: z.array(callMessageSchema).optional(),
  })
  .meta({ id: 'Call' });

/** A registration, subscription, probe …: everything under one Call-ID that is no call. */
export const conversationSchema = z
  .object({
    id: z.string(),
    kind: z.enum(OTHER_KINDS),
    callId: z.string(),
    from: z.string().describe('as signalled: user@host'),
    to: z.string().describe('the address of record, for a registration'),
    source: z.string().describe('ip:port that sent the first request'),
    destination: z.string(),
    start: clock,
    end: clock.describe('last message'),
    tries: count.describe('requests without their copies and re-sends'),
    outcome: z.enum(OTHER_OUTCOMES).describe('after the last request that was settled'),
    confidence: z.enum(CONFIDENCES),
    final: z.object({ code: count, phrase: z.string(), reason: z.string().optional() }).nullable(),
    findings: z.array(z.string()),
    primary: z.string().nullable(),
  })
  .meta({ id: 'Conversation' });

/** Clocked calls over time, in bars of equal width; `attempts` counts the affected ones as well. */
export const histogramSchema = z
  .object({
    start: time.describe('where the first bar begins'),
    stepSeconds: z.number().positive(),
    affected: z.array(count),
    attempts: z.array(count),
  })
  .meta({ id: 'Histogram' });

/** What the affected calls have in common, by one of their dimensions; counted over the calls of the incident's window. */
export const incidentScopeSchema = z
  .object({
    dimension: z.enum(INCIDENT_DIMENSIONS),
    only: z
      .boolean()
      .describe('true: (nearly) all affected calls have these values; false: every value is hit'),
    affected: z
      .array(z.object({ value: z.string(), calls: count, attempts: count }))
      .describe("values of affected calls, most of them first; '' where nothing was told"),
    unaffected: z.array(z.object({ value: z.string(), attempts: count })),
    more: z
      .object({ affected: count, unaffected: count })
      .describe('how many values are not listed'),
  })
  .meta({ id: 'IncidentScope' });

/** The most similar call that worked, and how the INVITEs of the two differ. */
export const twinSchema = z
  .object({
    call: z.string().describe('id of the call; `calls` may leave it out'),
    start: time.nullable().describe('when it began'),
    similarity: z.number().describe('equal fields and lines ÷ all that were compared'),
    differences: z.array(
      z.object({
        part: z.enum(['start-line', 'header', 'sdp']),
        name: z.string(),
        failed: z.string().nullable().describe('what only the failed one says; null: nothing'),
        worked: z.string().nullable(),
      }),
    ),
    moreDifferences: count.describe('how many are not listed'),
  })
  .meta({ id: 'Twin' });

/** Calls (or other conversations of one kind) that one cause hit, in one go. */
export const incidentSchema = z
  .object({
    id: z.string(),
    of: z.enum(['call', ...OTHER_KINDS]).describe('what was hit; all figures count these'),
    rule: z.string(),
    signature: z.string(),
    severity: z.enum(SEVERITIES).describe('of its worst finding'),
    calls: z.array(z.string()).describe('ids in the order of time'),
    conversations: z
      .array(z.string())
      .optional()
      .describe('ids of what was hit, where those are no calls; `calls` is empty then'),
    first: clock.describe('when the first of them began'),
    last: clock.describe('when the last of them began'),
    share: z.number().describe('affected ÷ all of the report'),
    window: z
      .object({ attempts: count, affected: count })
      .describe('what began between first and last'),
    scope: z
      .array(incidentScopeSchema)
      .describe('dimensions that tell something; none for what is no trouble'),
    histogram: histogramSchema.nullable().describe('null without a clock'),
    representative: z.string().describe('id of the first that shows it at its worst'),
    twin: twinSchema.optional(),
  })
  .meta({ id: 'Incident' });

/** A catalog entry as embedded in a report: one per code that occurs. */
export const codeEntrySchema = z
  .object({
    phrase: z.string(),
    label: z.string(),
    note: z.string(),
    meaning: z.string(),
    when: z.string(),
    causes: z.array(z.string()),
    fix: z.object({
      caller: z.array(z.string()),
      operator: z.array(z.string()),
      callee: z.array(z.string()),
    }),
    reference: z.string(),
    registered: z.boolean(),
  })
  .meta({ id: 'CodeEntry' });

/** How the rules were set, as far as that is not the usual way. */
export const settingsSchema = z
  .object({
    off: z.array(z.string()).describe('rules that were not asked'),
    severities: z.record(z.string(), z.enum(SEVERITIES)).describe('by rule'),
    thresholds: z.record(z.string(), z.number()).describe('that differ from the default'),
  })
  .meta({ id: 'Settings' });

/** The own name of an address, from the configuration. */
export const estateNameSchema = z
  .object({ name: z.string(), role: z.enum(ESTATE_ROLES).optional() })
  .meta({ id: 'EstateName' });

export const reportSchema = z
  .object({
    schema: z.literal(REPORT_SCHEMA_ID),
    tool: z.object({ name: z.literal('siptriage'), version: z.string() }),
    language: z.enum(['en', 'vi']),
    partial: z.boolean().optional().describe('true: reading was interrupted'),
    redacted: z.boolean().optional().describe('true: what names somebody is a pseudonym'),
    start: time.nullable().describe('first packet or log line with a time'),
    end: time.nullable(),
    settings: settingsSchema.optional().describe('where something was set otherwise than usual'),
    names: z
      .record(z.string(), estateNameSchema)
      .optional()
      .describe('own names of addresses, by the address as the report writes it'),
    sources: z.array(sourceSchema),
    totals: totalsSchema,
    calls: z.array(callSchema),
    unlisted: z
      .partialRecord(z.enum(OUTCOMES), count)
      .optional()
      .describe('calls with nothing to tell that were left out of `calls` on request, by outcome'),
    conversations: z
      .array(conversationSchema)
      .describe('what is no call; as for calls, those with nothing to tell may be left out'),
    findings: z.array(findingSchema),
    incidents: z.array(incidentSchema),
    catalog: z.record(z.string(), codeEntrySchema),
    kpis: kpisSchema,
  })
  .meta({ id: 'Report' });

export type Locator = z.infer<typeof locatorSchema>;
export type Unread = z.infer<typeof unreadSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Recognised = z.infer<typeof recognisedSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type EstateName = z.infer<typeof estateNameSchema>;
export type Totals = z.infer<typeof totalsSchema>;
export type CallMessage = z.infer<typeof callMessageSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type ReportFinding = z.infer<typeof findingSchema>;
export type ReportCall = z.infer<typeof callSchema>;
export type ReportConversation = z.infer<typeof conversationSchema>;
export type Histogram = z.infer<typeof histogramSchema>;
export type IncidentScope = z.infer<typeof incidentScopeSchema>;
export type Twin = z.infer<typeof twinSchema>;
export type Incident = z.infer<typeof incidentSchema>;
export type CodeEntry = z.infer<typeof codeEntrySchema>;
export type Report = z.infer<typeof reportSchema>;

/** The JSON Schema (draft 2020-12) that the package publishes. */
export function reportJsonSchema(): unknown {
  return z.toJSONSchema(reportSchema);
}
