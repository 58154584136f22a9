import type { CaptureRule } from '../overall/capture-rule.ts';
import type { Rule } from '../rule.ts';
import { dnsFailure } from './transport/dns-failure.ts';
import { icmpUnreachable, icmpUnreachableAlone } from './transport/icmp-unreachable.ts';
import { ipFragmentLoss, ipFragmentLossAlone } from './transport/ip-fragment-loss.ts';
import { noninviteNoResponse } from './transport/noninvite-no-response.ts';
import { requestToWrongTransport } from './transport/request-to-wrong-transport.ts';
import {
  retransmissionStorm,
  retransmissionStormOfMany,
} from './transport/retransmission-storm.ts';
import { tcpConnectFailed, tcpConnectFailedAlone } from './transport/tcp-connect-failed.ts';
import { tcpResetMidTransaction } from './transport/tcp-reset-mid-transaction.ts';
import { tcpStalled } from './transport/tcp-stalled.ts';
import { tlsCertificateProblem } from './transport/tls-certificate-problem.ts';
import { tlsHandshakeFailed, tlsHandshakeFailedAlone } from './transport/tls-handshake-failed.ts';
import { transportFailover } from './transport/transport-failover.ts';
import { udpOverMtu } from './transport/udp-over-mtu.ts';
import { wsUpgradeFailed } from './transport/ws-upgrade-failed.ts';

/** Reachability and transport. */
export const TRANSPORT_RULES: readonly Rule[] = [
  icmpUnreachable,
  tcpConnectFailed,
  tlsHandshakeFailed,
  tcpResetMidTransaction,
  tcpStalled,
  ipFragmentLoss,
  dnsFailure,
  udpOverMtu,
  noninviteNoResponse,
  requestToWrongTransport,
  transportFailover,
  retransmissionStorm,
];

/** What no conversation was seen to suffer from, or many do a little; the ids are those of the rules on conversations. */
export const TRANSPORT_CAPTURE_RULES: readonly CaptureRule[] = [
  icmpUnreachableAlone,
  tcpConnectFailedAlone,
  tlsHandshakeFailedAlone,
  tlsCertificateProblem,
  wsUpgradeFailed,
  ipFragmentLossAlone,
  retransmissionStormOfMany,
];
