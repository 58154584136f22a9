import type { PcapngOptions, PcapOptions, Trace, WireOptions } from '../../fixtures/dsl/index.ts';
import { toPcap, toPcapng, toSnoop } from '../../fixtures/dsl/index.ts';
import type { Part } from './account.ts';
import type { Flow } from './flow.ts';

/** One way in which a flow may reach the analyser. */
export interface Shape {
  readonly name: string;
  file(flow: Flow): Uint8Array;
  /** What this shape cannot carry, and why. */
  readonly without?: readonly Part[];
  readonly because?: string;
  /** Every packet is there twice. */
  readonly twice?: boolean;
}

type More = Omit<Shape, 'name' | 'file'>;

/** The flow as a classic capture. */
export const pcap = (name: string, options: PcapOptions = {}, more: More = {}): Shape => ({
  name,
  file: (flow) => toPcap(flow(), options),
  ...more,
});

/** Some form of the flow as a classic capture. */
export const traced = (
  name: string,
  form: (flow: Flow) => Trace,
  options: PcapOptions = {},
  more: More = {},
): Shape => ({ name, file: (flow) => toPcap(form(flow), options), ...more });

export const pcapng = (name: string, options: PcapngOptions = {}, more: More = {}): Shape => ({
  name,
  file: (flow) => toPcapng(flow(), options),
  ...more,
});

export const snoop = (name: string, options: WireOptions = {}): Shape => ({
  name,
  file: (flow) => toSnoop(flow(), options),
});
