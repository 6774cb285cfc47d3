import type { EventType } from '@/lib/api-types';
import type { JsonValue } from '@/lib/json';

export type Producer = 'curl' | 'kafka' | 'java' | 'python' | 'node';

export const PRODUCERS: Record<Producer, string> = {
  curl: 'curl',
  kafka: 'Kafka console',
  java: 'Java',
  python: 'Python',
  node: 'Node',
};

const SOURCE = '/dealers/d-100/my-system';

/** How another system sends an event of the type, ready to be changed and run. */
export function producerExample(producer: Producer, type: EventType, origin: string): string {
  switch (producer) {
    case 'curl':
      return curl(type, origin);
    case 'kafka':
      return kafka(type);
    case 'java':
      return java(type, origin);
    case 'python':
      return python(type);
    case 'node':
      return node(type, origin);
  }
}

function curl(type: EventType, origin: string): string {
  return `curl -X POST ${origin}/api/events \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -H "ce-specversion: 1.0" \\
  -H "ce-id: $(uuidgen)" \\
  -H "ce-source: ${SOURCE}" \\
  -H "ce-type: ${type.type}" \\
  --data-binary @- <<'DATA'
${pretty(type.example)}
DATA`;
}

function kafka(type: EventType): string {
  const event = {
    specversion: '1.0',
    id: 'REPLACE-WITH-A-NEW-ID',
    source: SOURCE,
    type: type.type,
    datacontenttype: 'application/json',
    data: type.example,
  };
  return `kafka-console-producer.sh --bootstrap-server localhost:8101 --topic ${type.topic} \\
  --property parse.headers=true <<'EVENT'
content-type:application/cloudevents+json\t${JSON.stringify(event)}
EVENT`;
}

function java(type: EventType, origin: string): string {
  return `HttpRequest request = HttpRequest.newBuilder(URI.create("${origin}/api/events"))
    .header("Authorization", "Bearer " + token)
    .header("Content-Type", "application/json")
    .header("ce-specversion", "1.0")
    .header("ce-id", UUID.randomUUID().toString())
    .header("ce-source", "${SOURCE}")
    .header("ce-type", "${type.type}")
    .POST(HttpRequest.BodyPublishers.ofString("""
${indented(pretty(type.example).replaceAll('\\', '\\\\'), 8)}"""))
    .build();
HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());`;
}

function python(type: EventType): string {
  return `import json, uuid
from confluent_kafka import Producer

data = json.loads(r"""
${pretty(type.example)}
""")
producer = Producer({"bootstrap.servers": "localhost:8101"})
producer.produce(
    "${type.topic}",
    value=json.dumps(data),
    headers={
        "ce_specversion": "1.0",
        "ce_id": str(uuid.uuid4()),
        "ce_source": "${SOURCE}",
        "ce_type": "${type.type}",
        "content-type": "application/json",
    },
)
producer.flush()`;
}

function node(type: EventType, origin: string): string {
  return `const answer = await fetch('${origin}/api/events', {
  method: 'POST',
  headers: {
    Authorization: \`Bearer \${process.env.TOKEN}\`,
    'Content-Type': 'application/json',
    'ce-specversion': '1.0',
    'ce-id': crypto.randomUUID(),
    'ce-source': '${SOURCE}',
    'ce-type': '${type.type}',
  },
  body: JSON.stringify(${pretty(type.example).replaceAll('\n', '\n  ')}),
});
console.log(answer.status, await answer.json());`;
}

function pretty(value: JsonValue): string {
  return JSON.stringify(value, null, 2);
}

function indented(text: string, by: number): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');
}
