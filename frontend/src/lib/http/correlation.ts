let last: string | null = null;

/** Remembers the id of the latest answer, for an error page to quote. */
export function noteCorrelation(response: Response): void {
  last = response.headers.get('X-Correlation-Id') ?? last;
}

export function lastCorrelationId(): string | null {
  return last;
}
