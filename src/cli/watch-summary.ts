import { formatterFor } from '../catalog/format.ts';
import type { LiveTotals } from '../live/live-session.ts';
import type { ExecQueue } from './exec-queue.ts';

/** Reasons that are listed; the rest is one number. */
const MAX_REASONS = 4;

/** What a watch has come to, in one line. */
export function watchSummary(totals: LiveTotals, ms: number, exec: ExecQueue | null): string {
  const format = formatterFor('en');
  const count = (value: number, one: string, many = `${one}s`): string =>
    `${format.integer(value)} ${value === 1 ? one : many}`;
  const parts = [
    `watched ${count(totals.sources, 'source')} for ${format.durationMs(ms)}`,
    `${count(totals.messages, 'message')}, ${count(totals.calls, 'call')}`,
    `${count(totals.told, 'finding')} told, ${format.integer(totals.pending)} still pending`,
  ];
  if (totals.letGo > 0)
    parts.push(`${format.integer(totals.letGo)} calls let go early (too many open)`);
  const unread = [...totals.unread].sort(([, a], [, b]) => b - a);
  const listed = unread
    .slice(0, MAX_REASONS)
    .map(([reason, times]) => `${format.integer(times)} × ${reason}`);
  if (unread.length > MAX_REASONS) listed.push(`${unread.length - MAX_REASONS} more reasons`);
  if (listed.length > 0) parts.push(`not read: ${listed.join(', ')}`);
  if (exec !== null && exec.dropped > 0) parts.push(`--exec: ${exec.dropped} not run`);
  if (exec !== null && exec.failed > 0) parts.push(`--exec: ${exec.failed} failed`);
  return parts.join('; ');
}
