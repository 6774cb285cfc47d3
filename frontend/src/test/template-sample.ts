import type { Template } from '@/lib/template-types';
import { definition } from '@/test/samples';

/** A template of the product that asks for a text, a duration, a choice and a list. */
export const template: Template = {
  id: 't1',
  slug: 'new-lead',
  owner: 'PRODUCT',
  name: 'New lead',
  category: 'SALES',
  summary: 'Answers a lead.',
  kpi: 'Minutes to the first answer.',
  tags: ['first-response'],
  version: 1,
  latestVersion: 1,
  triggers: [],
  stepTypes: ['ai.classify'],
  needs: {
    eventTypes: [],
    requires: ['sms.send'],
    externalStepTypes: [],
    credentials: ['crm'],
    settings: [],
  },
  testCount: 2,
  parameters: [
    { name: 'storeName', title: 'Store name', type: 'string', required: true },
    { name: 'within', title: 'Answer within', type: 'duration', required: true, default: 'PT15M' },
    {
      name: 'policy',
      title: 'Prices',
      type: 'enum',
      required: true,
      default: 'MANAGER',
      options: [
        { value: 'MANAGER', title: 'A manager decides' },
        { value: 'LISTED', title: 'The listed price' },
      ],
    },
    {
      name: 'days',
      title: 'Open days',
      type: 'list',
      required: true,
      default: [1, 2],
      items: { type: 'integer', maximum: 7 },
    },
  ],
  definition,
  preview: definition,
};
