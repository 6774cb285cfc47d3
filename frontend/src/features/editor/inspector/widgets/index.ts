import type { ComponentType } from 'react';
import { CasesWidget } from '@/features/editor/inspector/widgets/cases';
import { JsonWidget } from '@/features/editor/inspector/widgets/json-widget';
import { LabelsWidget } from '@/features/editor/inspector/widgets/labels';
import { ListWidget } from '@/features/editor/inspector/widgets/list';
import { MapWidget } from '@/features/editor/inspector/widgets/map';
import {
  CredentialWidget,
  EventTypeWidget,
  ModelWidget,
  PromptWidget,
  RoleWidget,
  StepTypesWidget,
  TableWidget,
  WorkflowWidget,
} from '@/features/editor/inspector/widgets/pickers';
import { SchemaWidget } from '@/features/editor/inspector/widgets/schema-table';
import { SliderWidget } from '@/features/editor/inspector/widgets/slider';
import type { WidgetProps } from '@/features/editor/inspector/widgets/widget-props';

/** The controls by the hint that asks for them; every other hint is served by a plain control. */
export const WIDGETS: Partial<Record<string, ComponentType<WidgetProps>>> = {
  cases: CasesWidget,
  eventType: EventTypeWidget,
  json: JsonWidget,
  labels: LabelsWidget,
  list: ListWidget,
  map: MapWidget,
  model: ModelWidget,
  prompt: PromptWidget,
  role: RoleWidget,
  schema: SchemaWidget,
  secret: CredentialWidget,
  slider: SliderWidget,
  stepTypes: StepTypesWidget,
  table: TableWidget,
  workflow: WorkflowWidget,
};
