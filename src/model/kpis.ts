/** The key figures of the report document: RFC 6076's metrics and ITU-T's ratios, their types and validation. */
import { z } from 'zod';

const count = z.number().int().nonnegative();
/** ISO 8601, UTC. */
const clock = z.string().nullable();
const percentage = z.number().nullable().describe('%; null when there is nothing to divide by');
const milliseconds = z.number().nullable();

/** Percentiles by nearest rank, ms; null for fewer than five values. */
const delaysSchema = z
  .object({
    n: count.describe('how many values'),
    p50: milliseconds,
    p90: milliseconds,
    p95: milliseconds,
    p99: milliseconds,
  })
  .meta({ id: 'Delays' });

/** Attempts: an INVITE with its challenges, redirects and fail-overs counts once (RFC 6076 §5.3). */
const kpiSummarySchema = z
  .object({
    attempts: count,
    excluded: count.describe('incomplete calls and scans, in no ratio'),
    redirected: count.describe('ended in a 3xx: in no denominator but that of ISA'),
    answered: count,
    unfinished: count.describe('answered and still up at the end: not in SCR'),
    asr: percentage.describe('answer-seizure ratio (ITU-T E.411), %'),
    ner: percentage.describe('network effectiveness ratio (ITU-T E.425), %'),
    ser: percentage.describe('session establishment ratio (RFC 6076 §4.6), %'),
    seer: percentage.describe('session establishment effectiveness ratio (§4.7), %'),
    seerUser: percentage.describe('SEER without the 603 by which networks block calls, %'),
    isa: percentage.describe('ineffective session attempts (§4.8), %'),
    scr: percentage.describe('session completion ratio (§4.9), %'),
    acdMs: milliseconds.describe('average call duration: from the 2xx to the BYE, ms'),
    short: percentage.describe('calls of 5 s or less among those that were taken down, %'),
    pdd: delaysSchema.describe('post-dial delay, ms'),
  })
  .meta({ id: 'KpiSummary' });

const registrationKpisSchema = z
  .object({
    attempts: count,
    excluded: count.describe('still pending, or scans'),
    ira: percentage.describe('ineffective registration attempts (RFC 6076 §4.2), %'),
    rrd: delaysSchema.describe('registration request delay (§4.1), challenges included, ms'),
  })
  .meta({ id: 'RegistrationKpis' });

const kpiGroupsSchema = z
  .object({
    groups: z.array(kpiSummarySchema.extend({ key: z.string() })).describe('the largest first'),
    rest: kpiSummarySchema.nullable().describe('all smaller groups together'),
  })
  .meta({ id: 'KpiGroups' });

const kpiTimesSchema = z
  .object({
    minutes: count.describe('length of a period'),
    periods: z.array(kpiSummarySchema.extend({ start: clock })).describe('those with attempts'),
    rest: kpiSummarySchema.nullable().describe('attempts without a time, or far from all others'),
  })
  .meta({ id: 'KpiTimes' });

export const kpisSchema = kpiSummarySchema
  .extend({
    invites: count.describe('INVITEs of these attempts, copies left out'),
    serStrict: percentage.describe('SER with every INVITE counted, re-sends too, %'),
    srd: z
      .object({ answered: delaysSchema, failed: delaysSchema })
      .describe('session request delay (RFC 6076 §4.3), ms'),
    sdd: delaysSchema.describe('session disconnect delay (§4.4): from the BYE to its 2xx, ms'),
    sdt: delaysSchema.describe('session duration time (§4.5) of those taken down, ms'),
    registrations: registrationKpisSchema,
    by: z
      .object({
        peer: kpiGroupsSchema.describe('address that offered the call'),
        trunk: kpiGroupsSchema.describe('hop, address → address; each fail-over target counts'),
        agent: kpiGroupsSchema.describe('User-Agent of the INVITE'),
        prefix: kpiGroupsSchema.describe('leading digits of the called number'),
        time: kpiTimesSchema,
      })
      .optional()
      .describe('the same for groups of attempts; left out on request'),
  })
  .meta({ id: 'Kpis' });

export type Delays = z.infer<typeof delaysSchema>;
export type KpiSummary = z.infer<typeof kpiSummarySchema>;
export type KpiGroups = z.infer<typeof kpiGroupsSchema>;
export type KpiTimes = z.infer<typeof kpiTimesSchema>;
export type RegistrationKpis = z.infer<typeof registrationKpisSchema>;
export type Kpis = z.infer<typeof kpisSchema>;
