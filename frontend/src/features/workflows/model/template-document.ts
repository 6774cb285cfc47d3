import type { Mistakes } from '@/components/form/use-editing';
import type { Literal } from './literals';
import { mistakesInQuestions, parametersOf, withPlaceholders, type Question } from './questions';
import { dashed } from '@/lib/document-text';
import type { Category, WorkflowSummary } from '@/lib/api-types';
import type { TemplateSummary } from '@/lib/template-types';
import type { TemplateDocument } from '@/lib/api/templates';
import type { Violation } from '@/lib/violation';
import type { WorkflowExport } from '@/lib/workflow-types';

/** What a person says of a template. */
export interface TemplateValues {
  name: string;
  /** Follows the name until somebody types another one. */
  slug: string | null;
  category: Category;
  summary: string;
  description: string;
  kpi: string;
  /** Words between commas. */
  tags: string;
  questions: Question[];
}

const LONGEST_SLUG = 80;
const MOST_TAGS = 20;
const SLUG = /^[a-z][a-z0-9-]{1,79}$/;
const TAG = /^[a-z][a-z0-9-]{0,39}$/;
const FIELDS = ['/name', '/slug', '/category', '/summary', '/description', '/kpi', '/tags'];
const OF_A_QUESTION = /^\/parameters\/\d+\/(?:name|title|description|type|default)$/;

/** The API has an address of this name. */
const RESERVED = 'latest';

export function valuesOf({ name, category, description }: WorkflowSummary): TemplateValues {
  return {
    name,
    slug: null,
    category: category ?? 'OTHER',
    summary: description ?? '',
    description: '',
    kpi: '',
    tags: '',
    questions: [],
  };
}

/** The address that was typed, or else one made of the name that the product's templates leave free. */
export function slugOf({ name, slug }: TemplateValues, templates: TemplateSummary[]): string {
  if (slug !== null) return slug;
  const plain = dashed(name)
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST_SLUG);
  const usable = SLUG.test(plain) && plain !== RESERVED ? plain : `template-${plain}`.replace(/-$/, '');
  return ofSlug(usable, templates)?.owner === 'PRODUCT' ? `our-${usable}`.slice(0, LONGEST_SLUG) : usable;
}

export function ofSlug(slug: string, templates: TemplateSummary[]): TemplateSummary | undefined {
  return templates.find((template) => template.slug === slug);
}

export function mistakesIn(values: TemplateValues, templates: TemplateSummary[]): Mistakes {
  const { name, summary, tags } = values;
  const slug = slugOf(values, templates);
  const badTag = tagsOf(tags).find((tag) => !TAG.test(tag));
  return {
    ...(name.trim() === '' && { '/name': 'Enter a name.' }),
    ...(summary.trim() === '' && { '/summary': 'Say in a sentence what it is for.' }),
    ...slugMistake(slug, ofSlug(slug, templates)),
    ...(tagsOf(tags).length > MOST_TAGS && { '/tags': `Keep to ${MOST_TAGS} tags.` }),
    ...(badTag !== undefined && {
      '/tags': `“${badTag}” cannot be a tag: begin with a letter and keep to 40 letters, digits and dashes.`,
    }),
    ...mistakesInQuestions(values.questions),
  };
}

function slugMistake(slug: string, taken: TemplateSummary | undefined): Mistakes {
  if (!SLUG.test(slug))
    return { '/slug': 'Use 2 to 80 small letters, digits and dashes, such as after-hours-lead.' };
  if (slug === RESERVED) return { '/slug': 'This word is taken. Choose another address.' };
  return taken?.owner === 'PRODUCT'
    ? { '/slug': `“${taken.name}” comes with the product and has this address. Choose another one.` }
    : {};
}

export function tagsOf(text: string): string[] {
  return [...new Set(text.split(',').map(dashed))].filter((tag) => tag !== '');
}

export function documentFor(
  values: TemplateValues,
  slug: string,
  { definition, tests }: WorkflowExport,
  literals: Literal[],
): TemplateDocument {
  const summary = values.summary.trim();
  const description = values.description.trim();
  const kpi = values.kpi.trim();
  return {
    slug,
    name: values.name.trim(),
    category: values.category,
    summary,
    description: description === '' ? summary : description,
    ...(kpi !== '' && { kpi }),
    tags: tagsOf(values.tags),
    parameters: parametersOf(values.questions, literals),
    definition: withPlaceholders(definition, values.questions),
    tests,
  };
}

/** What is wrong with the workflow itself, and so has no field here. */
export function elsewhere(violations: Violation[]): Violation[] {
  return violations.filter(({ pointer }) => !FIELDS.includes(pointer) && !OF_A_QUESTION.test(pointer));
}
