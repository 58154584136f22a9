import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import type { ChartView } from '../report/html/page-data.ts';
import { cells, labels } from './data.ts';
import { Part } from './finding.tsx';

const HEIGHT = 140;
const WIDEST = 460;

/** A colour of the style sheet, as it is now: light, dark or on paper. */
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`);
}

/** Affected calls that would be a thin line at the foot of all calls are drawn without them. */
const THIN = 12;

const most = (values: readonly number[]): number => Math.max(0, ...values);
const isThin = ({ attempts, affected }: ChartView): boolean =>
  most(affected) * THIN < most(attempts);

const MINUTE = 60;
const HOUR = 3600;
const TIME_STEPS = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12, 24, 48, 96, 168].map((n) => n * HOUR),
];
const COUNT_STEPS = [1, 2, 5]
  .flatMap((n) => [0, 1, 2, 3, 4, 5].map((power) => n * 10 ** power))
  .sort((a, b) => a - b);

/** `14:05`, with seconds or the day where steps are that short or long. */
function clock(seconds: number, step: number): string {
  const iso = new Date(seconds * 1000).toISOString();
  if (step >= 24 * HOUR) return iso.slice(5, 10);
  return iso.slice(11, step < MINUTE ? 19 : 16);
}

function optionsOf(chart: ChartView, width: number): uPlot.Options {
  const bars = uPlot.paths.bars?.({ size: [0.9, 40], align: 1 });
  const series = (label: string, name: string, show = true): uPlot.Series => ({
    label,
    show,
    fill: () => colour(name),
    stroke: () => colour(name),
    width: 0,
    points: { show: false },
    ...(bars === undefined ? {} : { paths: bars }),
  });
  const axis: uPlot.Axis = {
    stroke: () => colour('dim'),
    font: '11px system-ui, sans-serif',
    grid: { stroke: () => colour('line'), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height: HEIGHT,
    padding: [8, 20, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: true, range: (_, from, to) => [from, to + chart.step] },
      y: { range: (_, __, top) => [0, Math.max(1, top)] },
    },
    series: [{}, series(labels.attempts, 'bar', !isThin(chart)), series(labels.affected, 'error')],
    axes: [
      {
        ...axis,
        size: 24,
        space: 56,
        grid: { show: false },
        incrs: TIME_STEPS,
        values: (_, splits, __, ___, step) => splits.map((seconds) => clock(seconds, step)),
      },
      {
        ...axis,
        size: 46,
        space: 28,
        incrs: COUNT_STEPS,
        values: (_, splits) => splits.map((n) => cells.integer(n)),
      },
    ],
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
  };
}

/** Calls over time: all of them, and the affected ones before them. */
export function Chart({ chart }: { readonly chart: ChartView }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const at = place.current;
    if (at === null) return;
    const { start, step, attempts, affected } = chart;
    const times = attempts.map((_, index) => start + index * step);
    const width = Math.min(WIDEST, document.documentElement.clientWidth - 56);
    const plot = new uPlot(optionsOf(chart, width), [times, [...attempts], [...affected]], at);
    const redraw = (): void => plot.redraw(false);
    const media = ['print', '(prefers-color-scheme: dark)'].map((query) => matchMedia(query));
    for (const one of media) one.addEventListener('change', redraw);
    addEventListener('beforeprint', redraw);
    return () => {
      for (const one of media) one.removeEventListener('change', redraw);
      removeEventListener('beforeprint', redraw);
      plot.destroy();
    };
  }, [chart]);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return (
    <Part label={labels.overTime}>
      <div
        ref={place}
        class="chart"
        role="img"
        aria-label={`${labels.overTime}: ${sum(chart.affected)} / ${sum(chart.attempts)}`}
      />
      <p class="legend">
        <span class="swatch fill-failure" /> {labels.affected}{' '}
        {isThin(chart) ? (
          <span class="rest">{`${labels.attempts} ≤ ${cells.integer(most(chart.attempts))}`}</span>
        ) : (
          <>
            <span class="swatch fill-bar" /> {labels.attempts}
          </>
        )}{' '}
        · UTC
      </p>
    </Part>
  );
}
