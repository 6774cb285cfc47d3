import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { FIGURE, type Figure } from './figures';

const HEAD = ['part', 'what', 'p50 or figure', 'p95', 'unit', 'aim'];
const FIGURES_FROM = 2;
const FIGURES_TO = 3;

/** Prints all figures as one table in Markdown, and the machine that they belong to. */
export default class TableReporter implements Reporter {
  private readonly lines: string[][] = [];
  private readonly load = loadavg()[0] ?? 0;

  printsToStdio(): boolean {
    return true;
  }

  onTestEnd(_test: TestCase, result: TestResult): void {
    const figures = result.annotations.filter(({ type }) => type === FIGURE);
    for (const { description } of figures) this.lines.push(line(JSON.parse(description ?? '{}') as Figure));
  }

  onEnd(): void {
    if (this.lines.length > 0) console.log(`\n${table([HEAD, ...this.lines])}\n\n${machine(this.load)}\n`);
  }
}

function line({ part, what, value, p95, unit, aim }: Figure): string[] {
  return [part, what, digits(value), p95 === undefined ? '' : digits(p95), unit, aim ?? ''];
}

/** Three digits that count: more would claim what no run repeats. */
function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function table(lines: string[][]): string {
  const widths = HEAD.map((_, at) => Math.max(...lines.map((each) => (each[at] ?? '').length)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [lines[0] ?? [], rule, ...lines.slice(1)].map((each) => padded(each, widths)).join('\n');
}

/** Names to the left, figures to the right. */
function padded(cells: string[], widths: number[]): string {
  return cells
    .map((cell, at) =>
      at >= FIGURES_FROM && at <= FIGURES_TO ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
    )
    .join(' | ')
    .trimEnd();
}

function machine(load: number): string {
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 20).toLocaleString('en-US');
  return (
    `Machine: ${availableParallelism()} cores (${processor}), ${memory} MiB of memory, ` +
    `${type()} ${release()} ${arch()}; load ${load.toFixed(1)} when it began.`
  );
}
