import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Component as ExecutionPage } from '@/features/executions/execution-page';
import { renderPage, signInAs } from '@/test/render-page';
import { aLog } from '@/test/samples';
import { serveExecution } from '@/test/serve-execution';
import { problem, server } from '@/test/server';

const ONE = { path: '/executions/:id', Component: ExecutionPage };

beforeEach(() => {
  signInAs('OPERATOR');
  server.use(
    http.get('/api/executions', () => HttpResponse.json({ items: [] })),
    http.get('/api/executions/e1/events', () => problem(404, 'x', 'None.')),
  );
});

describe('one execution in detail', () => {
  it('tells why a branch was taken, with the values', async () => {
    const decided = { stepRunId: 'urgent', nodeId: 'urgent', nodeName: 'Urgent?', stepType: 'flow.if' };
    serveExecution({}, [
      aLog({ output: { label: 'hot' } }),
      aLog({ id: '2', ...decided, handles: ['true'], output: { result: true } }),
    ]);
    renderPage(ONE, '/executions/e1');

    await userEvent.click(await screen.findByRole('button', { name: /Urgent\?/ }));

    const why = screen.getByRole('region', { name: 'Why this way' });
    expect(why).toHaveTextContent("steps.classify.output.label = 'hot' was true.");
    expect(why).toHaveTextContent('steps.classify.output.label= "hot"');
  });

  it('compares an attempt with the one before', async () => {
    serveExecution({}, [
      aLog({ status: 'RETRYING', input: { n: 1, same: 1 }, error: { code: 'x', message: 'Lost.' } }),
      aLog({ id: '2', attempt: 2, input: { n: 2, same: 1 } }),
    ]);
    renderPage(ONE, '/executions/e1');

    await userEvent.click(await screen.findByRole('button', { name: /Classify.*attempt 2/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));

    const dialog = await screen.findByRole('dialog', { name: 'Compare “classify”' });
    expect(within(dialog).getByRole('row', { name: 'input/n 1 2' })).toBeVisible();
    expect(within(dialog).queryByText('input/same')).not.toBeInTheDocument();
  });

  it('draws its steps over time', async () => {
    serveExecution({}, [aLog()]);
    renderPage(ONE, '/executions/e1?view=time');

    expect(await screen.findByRole('button', { name: /Classify.*: Completed, worked 1\.0 s/ })).toBeVisible();
  });

  it('marks a degraded result', async () => {
    serveExecution({}, [
      aLog({ output: { text: 'Hi', degraded: { by: 'text', tried: ['openai/x: ai.unavailable'] } } }),
    ]);
    renderPage(ONE, '/executions/e1');

    await userEvent.click(await screen.findByRole('button', { name: /Classify.*Degraded/ }));

    expect(
      await screen.findByText(/The result is degraded\. A fixed text stands in .*openai\/x: ai\.unavailable/),
    ).toBeVisible();
  });

  it('explains in plain words what happened, once for the whole and for the step that failed', async () => {
    const error = { code: 'http.unavailable', message: 'It is away.', retryable: true };
    let asked = 0;
    serveExecution({ status: 'FAILED', error }, [aLog({ status: 'FAILED', error })]);
    server.use(
      http.post('/api/ai/explain-execution', () => {
        asked += 1;
        return HttpResponse.json({
          executionId: 'e1',
          status: 'FAILED',
          basis: 'log',
          text: '',
          sentences: [
            { text: 'It was started by a person.' },
            { stepRunId: 'classify', text: '“Classify” failed with http.unavailable.' },
          ],
          failure: {
            stepRunId: 'classify',
            code: error.code,
            message: error.message,
            whatToDo: 'Run it again.',
          },
        });
      }),
    );
    renderPage(ONE, '/executions/e1');

    const whole = await screen.findByRole('region', { name: 'In plain words' });
    await userEvent.click(within(whole).getByRole('button', { name: 'Explain' }));
    expect(await within(whole).findByText('It was started by a person.')).toBeVisible();
    expect(within(whole).getByText('Run it again.')).toBeVisible();
    expect(within(whole).getByText('Said by rules from the log.')).toBeVisible();

    const log = screen.getByRole('region', { name: 'Step log' });
    await userEvent.click(await within(log).findByRole('button', { name: 'Explain' }));
    expect(await within(log).findByText('“Classify” failed with http.unavailable.')).toBeVisible();
    expect(asked).toBe(1);
  });

  it('says in a sentence why nothing is explained, and asks again', async () => {
    serveExecution({}, [aLog()]);
    server.use(http.post('/api/ai/explain-execution', () => problem(503, 'x', 'It is away for a moment.')));
    renderPage(ONE, '/executions/e1');

    const whole = await screen.findByRole('region', { name: 'In plain words' });
    await userEvent.click(within(whole).getByRole('button', { name: 'Explain' }));

    expect(await within(whole).findByText('It is away for a moment.')).toBeVisible();
    expect(within(whole).getByRole('button', { name: 'Explain' })).toBeEnabled();
  });

  it('sends the event that it waits for', async () => {
    let sent: unknown;
    serveExecution({ status: 'WAITING', finishedAt: null, durationMs: null }, [
      aLog({
        stepType: 'flow.waitForEvent',
        status: 'WAITING',
        finishedAt: null,
        input: { correlation: { eventType: 'com.automatrix.part.arrived.v1', value: 'RO-7' } },
      }),
    ]);
    server.use(
      http.get('/api/event-types/com.automatrix.part.arrived.v1', () =>
        HttpResponse.json({ type: 'com.automatrix.part.arrived.v1', example: { ro: 'RO-7' } }),
      ),
      http.post('/api/events', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ accepted: 1, refused: 0 }, { status: 202 });
      }),
    );
    renderPage(ONE, '/executions/e1');

    await userEvent.click(await screen.findByRole('button', { name: 'Send the awaited event' }));
    const dialog = await screen.findByRole('dialog', { name: 'Send “Part arrived”' });
    expect(await within(dialog).findByDisplayValue(/RO-7/)).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Send the event' }));

    expect(await screen.findByText('The event was sent.')).toBeVisible();
    expect(sent).toEqual({ ro: 'RO-7' });
  });

  it('searches an output and copies the path of a part', async () => {
    const user = userEvent.setup();
    const copied = vi.spyOn(navigator.clipboard, 'writeText');
    serveExecution({}, [aLog({ output: { lead: { phone: '+1 555', name: 'Ada' } } })]);
    renderPage(ONE, '/executions/e1');
    await user.click(await screen.findByRole('button', { name: /Classify/ }));
    const log = screen.getByRole('region', { name: 'Step log' });

    await user.click(within(log).getByRole('button', { name: 'Search the output' }));
    await user.type(within(log).getByRole('searchbox', { name: 'Words in the output' }), 'ada');

    const output = within(log).getByRole('group', { name: 'Output' });
    expect(output).toHaveTextContent('name: "Ada"');
    expect(output).not.toHaveTextContent('phone');
    await user.click(
      within(output).getByRole('button', { name: 'Copy the path steps.classify.output.lead.name' }),
    );
    expect(copied).toHaveBeenCalledExactlyOnceWith('steps.classify.output.lead.name');
  });
});
