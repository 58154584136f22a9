import type {
  CaptureArgs,
  DeclineArgs,
  EngineArgs,
  SetupArgs,
  SyntaxArgs,
  TransportArgs,
} from '../model/rule-args.ts';
import type { SdpArgs } from '../model/sdp-args.ts';
import type { RuleTexts } from './rule-text.ts';

/** The families that rule texts are filed by; together they are all rules. */
type ConnectionId = Extract<
  keyof TransportArgs,
  `tcp-${string}` | `tls-${string}` | `ws-${string}`
>;
type TryingId = Extract<keyof SetupArgs, `trying-${string}`>;

export type CaptureTexts = RuleTexts<CaptureArgs>;
export type TransportTexts = RuleTexts<Omit<TransportArgs, ConnectionId>>;
export type ConnectionTexts = RuleTexts<Pick<TransportArgs, ConnectionId>>;
export type TryingTexts = RuleTexts<Pick<SetupArgs, TryingId>>;
export type SetupTexts = RuleTexts<Omit<SetupArgs, TryingId>>;
export type DeclineTexts = RuleTexts<DeclineArgs>;
export type SyntaxTexts = RuleTexts<SyntaxArgs>;
export type SdpTexts = RuleTexts<SdpArgs>;
export type EngineTexts = RuleTexts<EngineArgs>;
