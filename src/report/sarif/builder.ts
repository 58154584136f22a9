/** The only door to node-sarif-builder. Loaded when a SARIF log is written: the library needs Node. */
import {
  SarifBuilder,
  SarifResultBuilder,
  SarifRuleBuilder,
  SarifRunBuilder,
} from 'node-sarif-builder';

export type SarifRun = SarifRunBuilder['run'];
export type SarifRule = SarifRuleBuilder['rule'];
export type SarifResult = SarifResultBuilder['result'];
export type SarifLocation = NonNullable<SarifResult['locations']>[number];

/** A log of one run; the library adds what results refer to by number. */
export function sarifLog(
  run: SarifRun,
  rules: readonly SarifRule[],
  results: readonly SarifResult[],
): SarifBuilder['log'] {
  const runs = new SarifRunBuilder(run);
  for (const rule of rules) runs.addRule(new SarifRuleBuilder(rule));
  for (const result of results) runs.addResult(new SarifResultBuilder(result));
  const log = new SarifBuilder();
  log.addRun(runs);
  return log.buildSarifOutput();
}
