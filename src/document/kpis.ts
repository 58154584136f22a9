import type { PlainCall } from '../call/plain.ts';
import type { Call, OtherConversation } from '../call/types.ts';
import type { Kpis } from '../model/kpis.ts';
import type { ReportCall } from '../model/report.ts';
import type { Message } from '../sip/message.ts';
import { delaysOf } from './delays.ts';
import { attemptOf, type KpiAttempt, plainAttempt } from './kpi-attempt.ts';
import { KpiCounts, percent } from './kpi-counts.ts';
import { KpiGroupCounts } from './kpi-groups.ts';
import { agentOf, attemptOnHop, peerOf, prefixOf, trunkOf } from './kpi-keys.ts';
import { RegistrationCounts } from './kpi-registrations.ts';
import { KpiTimeCounts } from './kpi-times.ts';
import { plainPddMs } from './plain-call.ts';

/** Failure finals that give a failed session request a delay (RFC 6076 §4.3.2). */
const NO_FAILURE: ReadonlySet<number> = new Set([401, 402, 407]);

/** Attempts by what they have in common. */
class Groups {
  readonly peer = new KpiGroupCounts();
  readonly trunk = new KpiGroupCounts();
  readonly agent = new KpiGroupCounts();
  readonly prefix = new KpiGroupCounts();
  readonly time = new KpiTimeCounts();

  /** Trunks are counted by themselves: a call may take several. */
  add(invite: Message, start: number, attempt: KpiAttempt): void {
    this.peer.add(peerOf(invite), attempt);
    this.agent.add(agentOf(invite), attempt);
    this.prefix.add(prefixOf(invite), attempt);
    this.time.add(start, attempt);
  }
}

/** Sums up attempts (an INVITE with its challenges and redirects counts once) into RFC 6076's metrics and ITU-T's ratios. */
export class KpiTally {
  readonly #total = new KpiCounts();
  readonly #registrations = new RegistrationCounts();
  readonly #groups: Groups | null;
  /** ms */
  readonly #srdAnswered: number[] = [];
  readonly #srdFailed: number[] = [];
  readonly #sdd: number[] = [];
  readonly #sdt: number[] = [];

  /** `grouped`: by peer, trunk, user agent, number prefix and time as well. */
  constructor(grouped: boolean) {
    this.#groups = grouped ? new Groups() : null;
  }

  /** Whether the INVITE of a plain call is needed. */
  get isGrouped(): boolean {
    return this.#groups !== null;
  }

  add(call: Call, row: ReportCall): void {
    const attempt = attemptOf(call, row);
    this.#add(attempt);
    const groups = this.#groups;
    const [first] = call.rounds[0]?.hops ?? [];
    if (groups === null || !first?.request) return;
    groups.add(first.request, call.milestones.invite, attempt);
    for (const hop of call.rounds.at(-1)?.hops ?? []) {
      if (hop.request === null) continue;
      groups.trunk.add(trunkOf(hop.request), attemptOnHop(call, attempt, hop));
    }
  }

  /** A plain call; `invite` only where `isGrouped`. */
  addPlain(call: PlainCall, invite: Message | undefined): void {
    const attempt = plainAttempt(call, plainPddMs(call));
    this.#add(attempt);
    if (this.#groups === null || invite === undefined) return;
    this.#groups.add(invite, call.invite, attempt);
    this.#groups.trunk.add(trunkOf(invite), attempt);
  }

  addRegistration(conversation: OtherConversation): void {
    this.#registrations.add(conversation);
  }

  #add(attempt: KpiAttempt): void {
    if (!this.#total.add(attempt)) return;
    const { stage, code, srdMs, sddMs, talkMs } = attempt;
    if (srdMs !== null) {
      if (stage === 'answered') this.#srdAnswered.push(srdMs);
      else if (code >= 400 && !NO_FAILURE.has(code)) this.#srdFailed.push(srdMs);
    }
    if (sddMs === null) return;
    this.#sdd.push(sddMs);
    if (talkMs !== null) this.#sdt.push(talkMs);
  }

  kpis(): Kpis {
    const groups = this.#groups;
    const { invites, redirected, answered } = this.#total;
    return {
      ...this.#total.summary(),
      invites,
      serStrict: percent(answered, invites - redirected),
      srd: { answered: delaysOf(this.#srdAnswered), failed: delaysOf(this.#srdFailed) },
      sdd: delaysOf(this.#sdd),
      sdt: delaysOf(this.#sdt),
      registrations: this.#registrations.kpis(),
      ...(groups === null
        ? {}
        : {
            by: {
              peer: groups.peer.groups(),
              trunk: groups.trunk.groups(),
              agent: groups.agent.groups(),
              prefix: groups.prefix.groups(),
              time: groups.time.times(),
            },
          }),
    };
  }
}
