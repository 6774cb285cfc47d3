// Runs the step type sample.shout. All that it knows of AutoMatrix is the AsyncAPI document (contracts/.../asyncapi.yaml).
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Kafka, Partitioners } from 'kafkajs';

const POOL = 'sample';
const NAME = `${POOL}@${hostname()}-${process.pid}`;
const HEARTBEAT_MILLIS = Number(process.env.HEARTBEAT_MILLIS ?? 60_000);

const kafka = new Kafka({ clientId: NAME, brokers: (process.env.KAFKA ?? 'localhost:8101').split(',') });
// Java's murmur2, so that an answer comes to the partition of its execution.
const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
const consumer = kafka.consumer({ groupId: `worker-${POOL}`, allowAutoTopicCreation: false });
const running = new Set();

const steps = {
  'sample.shout': async ({ text, seconds = 0 }) => {
    await pause(seconds * 1000);
    return { text: text.toUpperCase() };
  },
};

async function work(request, headers) {
  const startedAt = new Date().toISOString();
  const tell = (outcome) => answer(request, headers, outcome, startedAt);
  await tell({ kind: 'RUNNING' });
  const heartbeats = setInterval(() => tell({ kind: 'RUNNING' }).catch(complain), HEARTBEAT_MILLIS);
  const outcome = await outcomeOf(request);
  clearInterval(heartbeats);
  await tell(outcome);
}

async function outcomeOf({ type, config }) {
  try {
    const step = steps[type];
    return step ? { kind: 'SUCCEEDED', output: await step(config) } : failed('sample.unknown-type', `no step ${type} here`);
  } catch (error) {
    return failed('sample.unexpected', error.message);
  }
}

function failed(code, because) {
  return { kind: 'FAILED', error: { code, message: `Expected the step to succeed, but: ${because}.`, retryable: false } };
}

// A CloudEvent in binary mode: its attributes are headers, its data is the value.
function answer(request, headers, outcome, startedAt) {
  const { executionId, stepRunId, attempt, correlationId } = request;
  const finishedAt = new Date().toISOString();
  const data = { executionId, stepRunId, attempt, outcome, startedAt, finishedAt, worker: NAME };
  const attributes = {
    ce_specversion: '1.0',
    ce_id: randomUUID(),
    ce_source: '/samples/external-worker',
    ce_type: 'com.automatrix.step-completed.v1',
    ce_time: finishedAt,
    ce_correlationid: correlationId,
    'content-type': 'application/json',
    ...(headers.traceparent && { traceparent: headers.traceparent }),
  };
  const message = { key: executionId, value: JSON.stringify(data), headers: attributes };
  return producer.send({ topic: 'step-completed', acks: -1, messages: [message] });
}

function complain(error) {
  console.error(`not answered because="${error.message}"`);
}

async function take({ message, heartbeat }) {
  const request = JSON.parse(message.value);
  const attempt = `${request.executionId}/${request.stepRunId}#${request.attempt}`;
  // A request may come again before it is committed.
  if (running.has(attempt)) return;
  running.add(attempt);
  // Kafka must hear of this consumer while a step takes its time.
  const alive = setInterval(() => heartbeat().catch(complain), 3_000);
  try {
    await work(request, message.headers);
    console.log(`step done attempt=${attempt} type=${request.type}`);
  } finally {
    clearInterval(alive);
    running.delete(attempt);
  }
}

async function stop() {
  await consumer.disconnect();
  await producer.disconnect();
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
await producer.connect();
await consumer.connect();
await consumer.subscribe({ topic: `step-requested.${POOL}`, fromBeginning: true });
await consumer.run({ partitionsConsumedConcurrently: 12, eachMessage: take });
console.log(`worker ready pool=${POOL}`);
