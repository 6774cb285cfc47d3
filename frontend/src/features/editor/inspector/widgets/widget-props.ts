import type { ScopeEntry } from '@/components/expression/model/scope-tree';
import type { ControlIds } from '@/components/ui/field';
import type { JsonObject, JsonValue } from '@/lib/json';

export interface WidgetProps {
  ids: ControlIds;
  label: string;
  schema: JsonObject;
  value: JsonValue;
  readOnly: boolean;
  scope: readonly ScopeEntry[];
  onValue: (value: JsonValue) => void;
}
