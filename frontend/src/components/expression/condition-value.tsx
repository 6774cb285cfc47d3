import { useState } from 'react';
import type { Comparand } from '@/components/expression/model/condition';
import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import { Input, Select } from '@/components/ui/controls';
import type { JsonValue } from '@/lib/json';

interface ConditionValueProps {
  label: string;
  comparand: Comparand;
  many: boolean;
  /** What it is compared with, if that is known. */
  entry: ScopeEntry | null;
  readOnly: boolean;
  onChange: (comparand: Comparand) => void;
}

const PATH = /^(?:input|steps|item|index|vars|workflow|execution|event|request)(?:\.|\[|$)/;

/** A value as one would write it: a number for a number, a name in scope for another field, else a text. */
export function ConditionValue({ label, comparand, many, entry, readOnly, onChange }: ConditionValueProps) {
  const type = entry?.type ?? 'any';
  const [typed, setTyped] = useState<string | null>(null);
  if (type === 'boolean' && !many && comparand.kind === 'value') {
    return (
      <Select
        aria-label={label}
        disabled={readOnly}
        value={JSON.stringify(comparand.value)}
        onChange={(event) => onChange({ kind: 'value', value: event.target.value === 'true' })}
      >
        {typeof comparand.value !== 'boolean' && (
          <option value={JSON.stringify(comparand.value)}>Choose…</option>
        )}
        <option value="true">true</option>
        <option value="false">false</option>
      </Select>
    );
  }
  if (entry?.choices && !many && comparand.kind === 'value' && typeof comparand.value === 'string') {
    const { value } = comparand;
    return (
      <Select
        aria-label={label}
        disabled={readOnly}
        value={value}
        onChange={(event) => onChange({ kind: 'value', value: event.target.value })}
      >
        {!entry.choices.includes(value) && <option value={value}>{value === '' ? 'Choose…' : value}</option>}
        {entry.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    );
  }
  return (
    <Input
      aria-label={label}
      placeholder={many ? 'One, another' : exampleOf(entry)}
      readOnly={readOnly}
      value={typed ?? shown(comparand)}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(read(event.target.value, many, type));
      }}
    />
  );
}

/** Which letters are large matters, so that a value as it comes is shown before one types. */
function exampleOf(entry: ScopeEntry | null): string {
  const sample = entry?.sample;
  return (typeof sample === 'string' && sample !== '') || typeof sample === 'number'
    ? `Such as ${sample}`
    : 'Value';
}

function shown(comparand: Comparand): string {
  if (comparand.kind === 'field') return comparand.path;
  return Array.isArray(comparand.value) ? comparand.value.map(text).join(', ') : text(comparand.value);
}

/** A text that would be read as something else is shown in quotes. */
function text(value: JsonValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return value !== '' && (literal(value, 'any') !== value || PATH.test(value) || value.includes(','))
    ? JSON.stringify(value)
    : value;
}

function read(typed: string, many: boolean, type: string): Comparand {
  const trimmed = typed.trim();
  if (PATH.test(trimmed) && /^[\w.`[\] -]+$/.test(trimmed)) return { kind: 'field', path: trimmed };
  if (!many) return { kind: 'value', value: literal(typed, type) };
  const items = trimmed.match(/"(?:[^"\\]|\\.)*"|[^,]+/g) ?? [];
  return {
    kind: 'value',
    value: items.map((item) => literal(item.trim(), type)).filter((item) => item !== ''),
  };
}

function literal(typed: string, type: string): JsonValue {
  const trimmed = typed.trim();
  if (/^".*"$/.test(trimmed)) return quoted(trimmed);
  if (type === 'string') return typed;
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(trimmed)) return Number(trimmed);
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  return trimmed === 'null' ? null : typed;
}

function quoted(json: string): JsonValue {
  try {
    return JSON.parse(json) as JsonValue;
  } catch {
    return json;
  }
}
