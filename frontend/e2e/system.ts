import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { Client } from 'pg';
import { browser } from './browser';

/** Where the running system lives, found as the script finds it. */
const ROOT = resolve(import.meta.dirname, '../..');
const HOME = resolve(ROOT, process.env.AUTOMATRIX_HOME ?? '.automatrix');

/** All ports follow from the gateway's. */
const PORT = Number(process.env.AUTOMATRIX_PORT ?? new URL(browser.baseURL ?? '').port);
const POSTGRES = PORT + 20;
const KAFKA = PORT + 21;

/** What a file of the system's home holds; empty if there is none. */
export function inHome(name: string): string {
  const file = resolve(HOME, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** What the database of the executions answers, past all services. */
export async function rowsOf<T extends object>(sql: string, values: unknown[]): Promise<T[]> {
  const password = inHome('postgres-password');
  const client = new Client({
    host: 'localhost',
    port: POSTGRES,
    user: 'postgres',
    password,
    database: 'execution',
  });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Puts a CloudEvent on a topic as another system does, past all that the gateway would refuse. */
export async function putOnTopic(topic: string, event: { id: string }): Promise<void> {
  const kafka = new Kafka({ brokers: [`localhost:${KAFKA}`], logLevel: logLevel.ERROR });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  try {
    const headers = { 'content-type': 'application/cloudevents+json' };
    await producer.send({ topic, messages: [{ key: event.id, value: JSON.stringify(event), headers }] });
  } finally {
    await producer.disconnect();
  }
}
