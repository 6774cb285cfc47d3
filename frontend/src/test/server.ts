import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

/** Answers what every page asks for; a test adds what it is about. */
export const server = setupServer(
  http.get('/api/step-types', () => HttpResponse.json({ items: [] })),
  http.get('/api/tasks', () => HttpResponse.json({ items: [] })),
  http.get('/api/tasks/counts', () => HttpResponse.json({ mine: 0, claimed: 0, overdue: 0, all: 0 })),
  http.get('/api/users/colleagues', () => HttpResponse.json({ items: [] })),
  http.get('/api/executions/events', () => new HttpResponse(null, { status: 404 })),
);

export function problem(status: number, code: string, detail: string, violations: object[] = []) {
  return HttpResponse.json(
    { type: 'about:blank', title: 'Refused', status, code, detail, correlationId: 'c-42', violations },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}
