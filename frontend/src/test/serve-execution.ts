import { http, HttpResponse } from 'msw';
import type { StepLog } from '@/lib/api-types';
import { isObject } from '@/lib/json';
import { anExecution, definition } from '@/test/samples';
import { server } from '@/test/server';

function atAGlance({ input: _input, output, ...log }: StepLog): StepLog {
  return { ...log, degraded: isObject(output) && isObject(output.degraded) };
}

/** Answers as the service does: all attempts without their values, and those of one step run in full. */
export function logsOf(executionId: string, logs: () => StepLog[]) {
  return [
    http.get(`/api/executions/${executionId}/attempts`, () =>
      HttpResponse.json({ items: logs().map(atAGlance) }),
    ),
    http.get(`/api/executions/${executionId}/logs`, ({ request }) => {
      const stepRunId = new URL(request.url).searchParams.get('stepRunId');
      return HttpResponse.json({ items: logs().filter((log) => !stepRunId || log.stepRunId === stepRunId) });
    }),
  ];
}

/** The execution e1 with what its page asks for. */
export function serveExecution(
  change: Parameters<typeof anExecution>[0],
  logs: StepLog[],
  related: object[] = [],
) {
  server.use(
    http.get('/api/executions/e1/related', () => HttpResponse.json({ items: related })),
    http.get('/api/executions/e1', () => HttpResponse.json(anExecution(change))),
    ...logsOf('e1', () => logs),
    http.get('/api/executions/e1/definition', () =>
      HttpResponse.json({ workflowId: 'w1', version: 3, name: 'x', definition }),
    ),
  );
}
