import { isObject } from '@/lib/json';
import type { Violation } from '@/lib/violation';

/** An RFC 9457 answer, or the nearest thing to it when something else answered. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly correlationId: string | null;
  readonly violations: Violation[];

  constructor(fields: {
    status: number;
    code: string;
    title: string;
    detail: string;
    correlationId: string | null;
    violations?: Violation[];
  }) {
    super(fields.detail);
    this.name = 'Problem';
    this.status = fields.status;
    this.code = fields.code;
    this.title = fields.title;
    this.correlationId = fields.correlationId;
    this.violations = fields.violations ?? [];
  }
}

export const NETWORK_PROBLEM = 'network.unreachable';

export function unreachable(): Problem {
  return new Problem({
    status: 0,
    code: NETWORK_PROBLEM,
    title: 'No connection',
    detail: 'The server could not be reached. Check your connection and try again.',
    correlationId: null,
  });
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = await readJson(response);
  const text = (key: string) => (typeof body[key] === 'string' ? body[key] : null);
  const title = text('title') ?? titleOf(response.status);
  return new Problem({
    status: response.status,
    code: text('code') ?? `http.${response.status}`,
    title,
    detail: text('detail') ?? sentenceOf(response.status),
    correlationId: text('correlationId') ?? response.headers.get('X-Correlation-Id'),
    violations: Array.isArray(body.violations) ? body.violations.flatMap(violationOf) : [],
  });
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  if (!/json/.test(response.headers.get('Content-Type') ?? '')) return {};
  try {
    const body: unknown = await response.json();
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
}

function violationOf(value: unknown): Violation[] {
  if (!isObject(value)) return [];
  const { pointer, code, message } = value;
  if (typeof message !== 'string') return [];
  return [
    {
      pointer: typeof pointer === 'string' ? pointer : '',
      code: typeof code === 'string' ? code : 'invalid',
      message,
    },
  ];
}

function titleOf(status: number): string {
  if (status === 401) return 'Not signed in';
  if (status === 403) return 'Not allowed';
  if (status === 404) return 'Not found';
  if (status === 429) return 'Too many requests';
  return status >= 500 ? 'Something went wrong' : 'The request was refused';
}

function sentenceOf(status: number): string {
  if (status === 403) return 'Your role does not allow this. Ask an administrator for access.';
  if (status === 404) return 'It does not exist, or it was removed.';
  if (status === 429) return 'Wait a moment and try again.';
  if (status >= 500) return 'A service did not answer as expected. Try again in a moment.';
  return `The server answered with status ${status}.`;
}

/** A sentence for people, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something unexpected happened.';
}
