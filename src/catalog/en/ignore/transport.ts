import type { TransportArgs } from '../../../model/rule-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const transportIgnore: IgnoreTexts<keyof TransportArgs> = {
  'noninvite-no-response':
    'When the target is known to be off: a probe of a spare gateway, a NOTIFY to a phone that left.',
  'icmp-unreachable':
    'When it recovered at once, as with a device that restarted, or when the error answers a late copy of a call that was over.',
  'udp-over-mtu':
    'Between nodes of one network whose fragments are known to arrive, such as a proxy and its own gateway.',
  'ip-fragment-loss':
    'When a capture filter on ports took the later fragments away: the finding says so, and the message did arrive.',
  'retransmission-storm':
    'On a lossy access link with few copies, when the calls went through all the same.',
  'transport-failover': 'When trying several targets in turn is the plan and the wait is short.',
  'dns-failure': 'When the name belongs to a peer that was taken out of service on purpose.',
  'request-to-wrong-transport': 'In a laboratory where sips: is used without TLS on purpose.',
  'tcp-connect-failed': 'When the server was restarted at that moment and the clients came back.',
  'tcp-reset-mid-transaction':
    'When it was a planned restart, or the request was sent again over a new connection with success.',
  'tcp-stalled': 'When it lasted a moment and no transaction timed out.',
  'tls-handshake-failed':
    'When the client is a scanner, or a certificate was being exchanged at that time.',
  'tls-certificate-problem':
    'When both sides trust this certificate by agreement, as with self-signed ones inside a company.',
  'ws-upgrade-failed':
    'When something else than a phone opened the page: monitors and crawlers do.',
};
