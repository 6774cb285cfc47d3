import { describe, expect, it } from 'vitest';
import { degradedBecause, ganttOf } from '@/features/executions/model/gantt';
import { graphOf } from '@/components/graph/model/graph';
import { aLog, definition } from '@/test/samples';

const graph = graphOf(definition, []);
const at = (seconds: number) => new Date(Date.UTC(2026, 4, 1, 14, 0, seconds)).toISOString();
const ms = (seconds: number) => Date.parse(at(seconds));
const log = (stepRunId: string, from: number, to: number | null, change: object = {}) =>
  aLog({
    stepRunId,
    nodeId: stepRunId,
    stepType: 'data.transform',
    startedAt: at(from),
    finishedAt: to === null ? null : at(to),
    ...change,
  });

describe('the time line of an execution', () => {
  it('tells waiting for a turn, work and waiting for a retry apart', () => {
    const first = log('classify', 1, 2, { status: 'RETRYING' });
    const second = log('classify', 5, 6, { attempt: 2 });

    const { lanes, from, to } = ganttOf([second, first], graph, ms(0), ms(60));

    expect([from, to]).toEqual([ms(0), ms(6)]);
    expect(lanes.map(({ name, bars }) => [name, bars.map((bar) => [bar.stretch, bar.from, bar.to])])).toEqual(
      [
        [
          'Classify',
          [
            ['queued', ms(0), ms(1)],
            ['worked', ms(1), ms(2)],
            ['waited', ms(2), ms(5)],
            ['worked', ms(5), ms(6)],
          ],
        ],
      ],
    );
  });

  it('lets a step wait from the end of the one before it', () => {
    const { lanes } = ganttOf([log('classify', 0, 2), log('urgent', 4, 5)], graph, ms(0), ms(60));

    expect(lanes[1]?.bars[0]).toEqual({ stretch: 'queued', from: ms(2), to: ms(4), attempt: null });
  });

  it('leaves out what was skipped or kept, and lets what goes on reach until now', () => {
    const rows = [
      log('classify', 0, 1, { attempt: 0 }),
      log('urgent', 0, 1, { status: 'SKIPPED' }),
      log('call', 1, null, { status: 'WAITING', stepType: 'flow.wait' }),
    ];

    const { lanes, to } = ganttOf(rows, null, ms(0), ms(30));

    expect(lanes.map((lane) => [lane.stepRunId, lane.bars.map((bar) => bar.stretch)])).toEqual([
      ['call', ['waited']],
    ]);
    expect(to).toBe(ms(30));
  });

  it('draws ten thousand lanes', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => log(`each[${i}]`, i, i + 1, { nodeId: 'each' }));

    expect(ganttOf(rows, graph, ms(0), ms(0)).lanes).toHaveLength(10_000);
  });
});

describe('a degraded result', () => {
  it('says why, if it is one', () => {
    expect(degradedBecause({ output: { degraded: { by: 'text', tried: ['openai/x: ai.timeout'] } } })).toBe(
      'A fixed text stands in for the model. Asked before in vain: openai/x: ai.timeout.',
    );
    expect(degradedBecause({ output: { degraded: { by: 'local', tried: [] } } })).toBe(
      '“local” has answered instead of the model.',
    );
    expect(degradedBecause({ output: { text: 'Hi' } })).toBeNull();
    expect(degradedBecause({ output: 'text' })).toBeNull();
  });
});
