import type { TargetedKeyboardEvent } from 'preact';
import type { LadderView, StepView } from '../report/html/page-data.ts';
import { cut, layOut, type LaidRow, type Layout } from './ladder-layout.ts';
import { labels } from './data.ts';

interface Props {
  readonly view: LadderView;
  /** Room for it, px. */
  readonly width: number;
  /** Row that is looked at. */
  readonly selected?: number | null;
  /** Rows that findings rest on. */
  readonly proofs?: ReadonlySet<number>;
  readonly onSelect?: (row: number) => void;
}

function Heads({ view, layout }: { readonly view: LadderView; readonly layout: Layout }) {
  return (
    <g class="lane-heads">
      {view.lanes.map(({ name, own }, lane) => (
        <g key={name}>
          <title>{own === '' ? name : `${own} (${name})`}</title>
          <text class="lane" x={layout.x(lane)} y={own === '' ? 26 : 12} text-anchor="middle">
            {cut(own === '' ? name : own, layout.headChars)}
          </text>
          {own !== '' && (
            <text class="lane address" x={layout.x(lane)} y="26" text-anchor="middle">
              {cut(name, layout.headChars)}
            </text>
          )}
          <line
            class="lane-line"
            x1={layout.x(lane)}
            x2={layout.x(lane)}
            y1="34"
            y2={layout.height}
          />
        </g>
      ))}
    </g>
  );
}

/** The arrow of a message, or a loop for one that a node sent to itself. */
function Arrow({
  step,
  y,
  layout,
}: {
  readonly step: StepView;
  readonly y: number;
  readonly layout: Layout;
}) {
  const { from, to } = step;
  if (from < 0 || to < 0) return null;
  const [a, b] = [layout.x(from), layout.x(to)];
  if (from === to) return <path class="shaft" d={`M${a} ${y - 8}h22v8h-18m5 -4l-5 4l5 4`} />;
  const way = b > a ? 1 : -1;
  return (
    <>
      <line class="shaft" x1={a} x2={b - way * 7} y1={y} y2={y} />
      <path class="tip" d={`M${b} ${y}l${-9 * way} -4.5v9z`} />
    </>
  );
}

function Step({
  row,
  layout,
  ...props
}: { readonly row: LaidRow & { step: StepView }; readonly layout: Layout } & Props) {
  const { step, index, top, height, notes } = row;
  const { selected, proofs, onSelect } = props;
  const y = top + 22;
  const { left, middle } = layout.span(step);
  const choose = (): void => onSelect?.(index);
  const keys = (event: TargetedKeyboardEvent<SVGGElement>): void => {
    const group = event.currentTarget;
    if (event.key === 'Enter' || event.key === ' ') choose();
    else if (event.key === 'ArrowDown') focusStep(group, 1);
    else if (event.key === 'ArrowUp') focusStep(group, -1);
    else return;
    event.preventDefault();
  };
  const name = `${step.name}${step.marks}`;
  const active =
    onSelect === undefined
      ? {}
      : {
          tabIndex: 0,
          role: 'button' as const,
          onClick: choose,
          onKeyDown: keys,
          'aria-pressed': index === selected,
        };
  return (
    <g
      class={`step tone-${step.tone}${index === selected ? ' selected' : ''}`}
      data-row={index}
      aria-label={[step.place, step.since || step.clock, name, step.route, ...step.notes].join(
        ', ',
      )}
      {...active}
    >
      <rect class="ground" x="0" y={top} width={layout.width} height={height} />
      {proofs?.has(index) === true && (
        <rect class="proof" x="0" y={top} width="3" height={height} />
      )}
      <text class="place" x={layout.placeX} y={y + 4} text-anchor="end">
        {step.place}
      </text>
      <text class="since" x={layout.sinceX} y={y + 4} text-anchor="end">
        {step.since === '' && !layout.narrow ? step.clock : step.since}
      </text>
      <Arrow step={step} y={y} layout={layout} />
      <text
        class="name"
        x={middle}
        y={y - 6}
        text-anchor={step.from < 0 || step.to < 0 ? 'start' : 'middle'}
      >
        {cut(
          step.from < 0 || step.to < 0 ? `${name}  ${step.route}` : name,
          layout.nameChars(step),
        )}
      </text>
      {notes.map((note, line) => (
        <text key={line} class="note" x={left + 8} y={y + 15 + line * 14}>
          {note}
        </text>
      ))}
    </g>
  );
}

function focusStep(group: SVGGElement, way: 1 | -1): void {
  const all = [...(group.ownerSVGElement?.querySelectorAll<SVGGElement>('g.step') ?? [])];
  all[all.indexOf(group) + way]?.focus();
}

/** The message flow of a call between its endpoints. */
export function Ladder(props: Props) {
  const { view, width } = props;
  const layout = layOut(view, width);
  return (
    <div class="ladder">
      <svg
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="group"
        aria-label={labels.flow}
      >
        <Heads view={view} layout={layout} />
        {layout.rows.map((row) =>
          row.step === undefined ? (
            <text key={row.index} class="silence" x={layout.x(0) + 8} y={row.top + 18}>
              ⋮ {row.silence}
            </text>
          ) : (
            <Step key={row.index} row={{ ...row, step: row.step }} layout={layout} {...props} />
          ),
        )}
      </svg>
      {view.hidden !== '' && <p class="dim">{view.hidden}</p>}
    </div>
  );
}
