import type {
  CaptureArgs,
  DeclineArgs,
  EngineArgs,
  SetupArgs,
  SyntaxArgs,
  TransportArgs,
} from '../model/rule-args.ts';
import type { AuthArgs } from '../model/auth-args.ts';
import type {
  EndingArgs,
  IdentityArgs,
  RouteArgs,
  SessionArgs,
  TransferArgs,
} from '../model/dialog-args.ts';
import type { NatArgs } from '../model/nat-args.ts';
import type { ResponseArgs } from '../model/response-args.ts';
import type { RegistrationArgs } from '../model/registration-args.ts';
import type { AckArgs, ByeArgs, CancelArgs, ForkArgs, ReliableArgs } from '../model/race-args.ts';
import type { PopulationArgs } from '../model/population-args.ts';
import type { SdpArgs } from '../model/sdp-args.ts';
import type { SecurityArgs } from '../model/security-args.ts';
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
export type NatTexts = RuleTexts<NatArgs>;
export type RouteTexts = RuleTexts<RouteArgs>;
export type DialogIdTexts = RuleTexts<IdentityArgs>;
export type SessionTexts = RuleTexts<SessionArgs>;
export type TransferTexts = RuleTexts<TransferArgs>;
export type EndingTexts = RuleTexts<EndingArgs>;
/** About the body, the messages' shape and extensions; the others are about where a call could go. */
type SessionId =
  | 'resp-400-malformed'
  | 'resp-405-501-method'
  | 'resp-message-refused'
  | 'resp-415-406-body'
  | 'resp-420-421-extension'
  | 'resp-422-session-interval'
  | 'resp-481-state-lost'
  | 'resp-488-media'
  | 'resp-489-event'
  | 'resp-491-glare'
  | 'resp-493-smime'
  | 'resp-494-secagree'
  | 'resp-513-size'
  | 'resp-555-push'
  | 'resp-580-precondition'
  | 'resp-606-media';
type RoutingId =
  | 'overload-burst'
  | 'redirect-loop'
  | 'redirect-not-followed'
  | 'resp-408-timeout'
  | 'resp-482-loop'
  | 'resp-483-hops'
  | 'max-forwards-low'
  | 'resp-500-server'
  | 'resp-502-504-gateway'
  | 'resp-503-overload'
  | 'retry-after-ignored'
  | 'vendor-routing-code';
export type SessionRefusalTexts = RuleTexts<Pick<ResponseArgs, SessionId>>;
export type RoutingRefusalTexts = RuleTexts<Pick<ResponseArgs, RoutingId>>;
export type CalleeRefusalTexts = RuleTexts<Omit<ResponseArgs, SessionId | RoutingId>>;
export type DigestTexts = RuleTexts<Pick<AuthArgs, Extract<keyof AuthArgs, `auth-${string}`>>>;
export type IdentityTexts = RuleTexts<Omit<AuthArgs, `auth-${string}`>>;
export type RegistrationTexts = RuleTexts<RegistrationArgs>;
export type AckTexts = RuleTexts<AckArgs>;
export type CancelTexts = RuleTexts<CancelArgs>;
export type ByeTexts = RuleTexts<ByeArgs>;
export type ReliableTexts = RuleTexts<ReliableArgs>;
export type ForkTexts = RuleTexts<ForkArgs>;
export type SecurityTexts = RuleTexts<SecurityArgs>;
export type PopulationTexts = RuleTexts<PopulationArgs>;
export type EngineTexts = RuleTexts<EngineArgs>;
