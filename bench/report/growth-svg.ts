import type { Curve } from './curve.js';

const WIDTH = 720;
const HEIGHT = 400;
const LEFT = 70;
const RIGHT = 210;
const TOP = 24;
const BOTTOM = 52;
/** Readable on white and on black. */
const COLOURS = ['#3b82f6', '#d97706', '#16a34a', '#db2777'];
const GREY = '#808080';

interface Frame {
  readonly x: (tools: number) => number;
  readonly y: (cost: number) => number;
}

/** The curves as a drawing, both axes logarithmic: what grows linearly rises as the dotted lines do. */
export function growthSvg(curves: readonly Curve[]): string {
  const points = curves.flatMap((curve) => curve.points);
  const sizes = [...new Set(points.map(({ tools }) => tools))].toSorted((a, b) => a - b);
  const costs = points.map(({ cost }) => cost);
  const lowest = Math.floor(Math.log10(Math.min(...costs)));
  const highest = Math.ceil(Math.log10(Math.max(...costs)));
  const frame = {
    x: scale([Math.min(...sizes), Math.max(...sizes)], [LEFT, WIDTH - RIGHT]),
    y: scale([10 ** lowest, 10 ** highest], [HEIGHT - BOTTOM, TOP]),
  };
  const decades = Array.from({ length: highest - lowest + 1 }, (_, index) => 10 ** (lowest + index));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="${GREY}">`,
    '<title>Cost by size of the catalogue</title>',
    ...decades.map((cost) => grid(frame, cost)),
    ...sizes.map((tools) =>
      text(frame.x(tools), HEIGHT - BOTTOM + 18, tools.toLocaleString('en'), 'text-anchor="middle"'),
    ),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, 'tools in the catalogue', 'text-anchor="middle"'),
    ...curves.map((curve, index) => drawn(frame, curve, COLOURS[index % COLOURS.length] ?? GREY)),
    '</svg>\n',
  ].join('\n');
}

function scale(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const [low, high] = from.map(Math.log10) as [number, number];
  return (value) => Number((to[0] + ((Math.log10(value) - low) / (high - low)) * (to[1] - to[0])).toFixed(1));
}

function grid({ y }: Frame, cost: number): string {
  const line = `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(cost)}" y2="${y(cost)}" stroke="${GREY}" stroke-opacity="0.3"/>`;
  return line + text(LEFT - 8, y(cost) + 4, label(cost), 'text-anchor="end"');
}

function drawn({ x, y }: Frame, { name, points }: Curve, colour: string): string {
  const path = points.map(({ tools, cost }) => `${x(tools)},${y(cost)}`).join(' ');
  const first = points[0] ?? { tools: 1, cost: 1 };
  const last = points.at(-1) ?? first;
  const linear = last.cost * (first.tools / last.tools);
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...points.map(({ tools, cost }) => `<circle cx="${x(tools)}" cy="${y(cost)}" r="3" fill="${colour}"/>`),
    y(linear) < HEIGHT - BOTTOM
      ? `<line x1="${x(first.tools)}" y1="${y(linear)}" x2="${x(last.tools)}" y2="${y(last.cost)}" stroke="${colour}" stroke-dasharray="1 4"/>`
      : '',
    text(x(last.tools) + 8, y(last.cost) + 4, name, `fill="${colour}"`),
  ].join('');
}

function label(ms: number): string {
  if (ms >= 1_000) return `${ms / 1_000} s`;
  return ms >= 1 ? `${ms} ms` : `${Math.round(ms * 1_000)} µs`;
}

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${x}" y="${y}" ${attributes}>${content}</text>`;
}
