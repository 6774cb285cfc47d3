import type { SavedTemplate } from '@/lib/api/templates';

/** What became of a template that was saved or imported. */
export function savedInWords({ template: { name, version }, isNew }: SavedTemplate): string {
  if (!isNew) return `Version ${version} of “${name}” says the same already.`;
  return version === 1 ? `“${name}” is a template now.` : `Version ${version} of “${name}” is saved.`;
}
