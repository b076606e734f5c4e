import type { Text } from '@lianban/domain/text';
import type { Chart, ChartArrow, ChartBox } from './chart.ts';

const lines = (...parts: readonly string[]): string => `"${parts.join('<br/>').replaceAll('"', "'")}"`;
const titled = ({ zh, en }: Text, ...more: readonly string[]): string => lines(zh, en, ...more);

/** A chart as Mermaid writes it. */
export const flowchart = ({ boxes, arrows }: Chart): readonly string[] => [
  ...['```mermaid', 'flowchart TD'],
  ...boxes.map((box) => `  ${drawnBox(box)}`),
  ...arrows.map((arrow) => `  ${drawnArrow(arrow)}`),
  ...['  classDef right fill:none,stroke-dasharray:4 3', '  classDef elsewhere fill:none,stroke-width:1px'],
  '```',
];

function drawnBox({ id, kind, title, owner }: ChartBox): string {
  const label = titled(title, ...(owner === null ? [] : [owner.code]));
  return {
    start: `${id}((${label}))`,
    duty: `${id}[${label}]`,
    right: `${id}([${label}]):::right`,
    ending: `${id}[[${label}]]`,
    elsewhere: `${id}{{${label}}}:::elsewhere`,
  }[kind];
}

function drawnArrow({ from, to, titles, kind }: ChartArrow): string {
  const label = titles.length === 0 ? '' : `|${lines(...titles.map(({ zh, en }) => `${zh} ${en}`))}|`;
  return `${from} ${{ next: '-->', joined: '-.->', beside: '---' }[kind]}${label} ${to}`;
}
