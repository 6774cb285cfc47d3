import type { StepType } from '@/lib/api-types';
import type { WorkflowNode } from '@/lib/definition';
import { durationInWords } from '@/lib/format/time';
import { inWords } from '@/lib/format/words';
import { roleName } from '@/lib/role-names';
import { isObject, type JsonObject, type JsonValue } from '@/lib/json';
import { anyOf, conditionInWords, listed } from '@/components/graph/model/expression-words';

type Describe = (config: JsonObject, nameOf: (nodeId: string) => string) => string | null;

/** What a step does in one line; null where its settings do not tell more than its type does. */
const SENTENCES: Record<string, Describe> = {
  'flow.if': (config, nameOf) => {
    const words = conditionInWords(textOf(config.condition), nameOf);
    return words === null || words === '' ? null : `If ${words}`;
  },
  'flow.switch': (config) => {
    const cases = namesOf(config.cases, 'handle');
    return cases.length === 0 ? null : `Goes on by ${anyOf(cases)}`;
  },
  'flow.end': () => 'Ends the execution here',
  'flow.fail': (config) => plain(config.message, (text) => `Fails with “${text}”`),
  'flow.wait': (config) => plain(config.duration, (text) => `Waits ${durationInWords(text)}`),
  'flow.waitForEvent': (config) => plain(config.eventType, (text) => `Waits for ${inWords(text)}`),
  'flow.foreach': () => 'Does the steps inside for each item',
  'data.transform': (config) => {
    const shape = config.value;
    const keys = isObject(shape) ? Object.keys(shape).map((key) => inWords(key).toLowerCase()) : [];
    return keys.length === 0 ? null : `Prepares ${listed(shortened(keys), 'and')}`;
  },
  'ai.classify': (config) => {
    const labels = namesOf(config.labels, 'label');
    return labels.length === 0 ? null : `Sorts into ${anyOf(shortened(labels))}`;
  },
  'ai.generate': () => 'Writes a text with AI',
  'email.send': (config) => plain(config.to, (text) => `Sends an email to ${text}`),
  'sms.send': (config) => plain(config.to, (text) => `Sends a text message to ${text}`),
  'human.task': (config) => plain(config.role, (text) => `Asks ${roleName(text)} to do it`),
  'human.approval': (config) => plain(config.role, (text) => `Asks ${roleName(text)} to approve`),
};

export function describeNode(
  node: WorkflowNode,
  type: StepType | undefined,
  nameOf: (nodeId: string) => string,
): string {
  if (node.description) return node.description;
  const sentence = SENTENCES[node.type]?.((node.config ?? {}) as JsonObject, nameOf);
  return sentence ?? type?.description ?? inWords(node.type.split('.').at(-1) ?? node.type);
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : '';
}

/** The sentence for a text that holds no expression; nobody should have to read one here. */
function plain(value: JsonValue, sentence: (text: string) => string): string | null {
  const text = textOf(value);
  return text === '' || text.includes('{{') ? null : sentence(text);
}

function namesOf(list: JsonValue, key: string): string[] {
  if (isObject(list)) return Object.keys(list).map((name) => inWords(name).toLowerCase());
  if (!Array.isArray(list)) return [];
  return list.flatMap((item) => {
    const name = isObject(item) ? (item[key] ?? item.label ?? item.id) : item;
    return typeof name === 'string' ? [inWords(name).toLowerCase()] : [];
  });
}

function shortened(names: string[]): string[] {
  return names.length <= 4 ? names : [...names.slice(0, 3), `${names.length - 3} more`];
}
