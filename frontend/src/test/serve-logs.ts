import { http, HttpResponse } from 'msw';
import type { StepLog } from '@/lib/api-types';
import { isObject } from '@/lib/json';

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
