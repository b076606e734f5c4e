import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartView } from './views.ts';

type Box = ChartView['boxes'][number];
type Arrow = ChartView['arrows'][number];

const TITLE_LINE = 18;
const SMALL_LINE = 14;

/** The outline of a box: round where it starts, oval for rights, with a second rim for endings. */
function Outline({ box }: { readonly box: Box }): ReactNode {
  const { kind, width, height } = box;
  const frame = { x: box.x - width / 2, y: box.y - height / 2, width, height };
  const radius = kind === 'start' || kind === 'right' ? height / 2 : 3;
  return (
    <>
      <rect {...frame} rx={radius} className="chart-outline" />
      {kind === 'ending' && (
        <rect
          x={frame.x + 4}
          y={frame.y + 4}
          width={width - 8}
          height={height - 8}
          rx={1}
          className="chart-outline chart-rim"
        />
      )}
    </>
  );
}

function DrawnBox({ box, isHere }: { readonly box: Box; readonly isHere: boolean }): ReactNode {
  const { t } = useTranslation('procedures');
  const { kind, lines, owner, x, y, height } = box;
  const tall = lines.length * TITLE_LINE + (owner === null ? 0 : SMALL_LINE);
  const first = y - tall / 2 + TITLE_LINE - 5;
  return (
    <g className={`chart-box chart-${kind}${isHere ? ' chart-here' : ''}`}>
      <Outline box={box} />
      <text textAnchor="middle">
        {lines.map((line, at) => (
          <tspan key={at} x={x} y={first + at * TITLE_LINE}>
            {line}
          </tspan>
        ))}
        {owner !== null && (
          <tspan x={x} y={first + (lines.length - 1) * TITLE_LINE + SMALL_LINE + 2} className="chart-small">
            {owner}
          </tspan>
        )}
      </text>
      {isHere && (
        <text x={x} y={y - height / 2 + 4} textAnchor="middle" className="chart-small chart-here-word">
          {t('here')}
        </text>
      )}
    </g>
  );
}

function DrawnArrow({ arrow, head }: { readonly arrow: Arrow; readonly head: string }): ReactNode {
  const { kind, path } = arrow;
  return <path d={path} className={`chart-arrow chart-${kind}`} markerEnd={kind === 'beside' ? '' : `url(#${head})`} />;
}

function Label({ arrow: { lines, x, y } }: { readonly arrow: Arrow }): ReactNode {
  const first = y - (lines.length * SMALL_LINE) / 2 + SMALL_LINE - 4;
  return (
    <text textAnchor="middle" className="chart-small chart-label">
      {lines.map((line, at) => (
        <tspan key={at} x={x} y={first + at * SMALL_LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** A flow chart as it was laid out, with the steps marked at which a case stands. It scrolls by itself; the table says the same. */
export function FlowChart(props: {
  readonly title: string;
  readonly chart: ChartView;
  readonly here: ReadonlySet<string>;
}): ReactNode {
  const { title, chart, here } = props;
  const { t } = useTranslation('procedures');
  const head = `chart-head${useId().replace(/[^\w-]/g, '')}`;
  const { width, height, boxes, arrows } = chart;
  return (
    <div className="chart-scroll" role="region" tabIndex={0} aria-label={t('chartScroll', { title })}>
      <svg
        role="img"
        aria-label={t('chartLabel', { title })}
        className="chart"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        <defs>
          <marker id={head} viewBox="0 0 8 8" refX={8} refY={4} markerWidth={8} markerHeight={8} orient="auto">
            <path d="M0 0L8 4L0 8z" className="chart-head" />
          </marker>
        </defs>
        {arrows.map((arrow, at) => (
          <DrawnArrow key={at} arrow={arrow} head={head} />
        ))}
        {boxes.map((box) => (
          <DrawnBox key={box.id} box={box} isHere={box.step !== null && here.has(box.step)} />
        ))}
        {arrows.map((arrow, at) => (
          <Label key={at} arrow={arrow} />
        ))}
      </svg>
    </div>
  );
}
