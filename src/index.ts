/** The library's only door. Everything else may change without notice. */
export { analyze } from './analyze.ts';
export { compare } from './catalog/compare.ts';
export { explain } from './catalog/explain.ts';
export type { Block, Fact, Section, Sheet, SheetKind, Versus } from './catalog/sheet.ts';
export { type CallLine, callLineSchema } from './model/call-line.ts';
export { type Language, LANGUAGES } from './model/language.ts';
export { type Config, configSchema } from './model/config.ts';
export type { EstateEntry, EstateRole } from './model/estate.ts';
export type { Kpis, KpiSummary } from './model/kpis.ts';
export type { AnalyzeOptions, MessageSelection, Progress } from './model/options.ts';
export { OptionsError } from './model/options-error.ts';
export type { RuleSetting, RuleSettings } from './model/rule-setting.ts';
export {
  type CallMessage,
  type CodeEntry,
  type Evidence,
  type Incident,
  type Locator,
  type Report,
  type ReportCall,
  type ReportConversation,
  type ReportFinding,
  reportJsonSchema,
  reportSchema,
  type Source,
  type Totals,
  type Unread,
} from './model/report.ts';
export { REPORT_SCHEMA_ID } from './model/schema-ids.ts';
export type { RuleArgs, RuleId } from './model/rule-args.ts';
export type {
  Confidence,
  OtherKind,
  OtherOutcome,
  Outcome,
  Release,
  Scope,
  Severity,
  Stage,
  Status,
} from './model/vocabulary.ts';
export { RedactionError } from './redact/redaction-error.ts';
export { renderCalls } from './report/calls.ts';
export type { RenderOptions, ReportFormat } from './report/format.ts';
export { FORMATS } from './report/formats.ts';
export { renderKpis } from './report/kpis.ts';
export { renderLadder } from './report/ladder.ts';
export { renderOthers } from './report/others.ts';
export { PLAIN, type Palette } from './report/palette.ts';
export { renderSheet } from './report/sheet.ts';
