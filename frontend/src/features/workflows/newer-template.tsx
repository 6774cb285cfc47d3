import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { Link } from 'react-router';
import { linkLook } from '@/components/ui/link-look';
import type { TemplateRef } from '@/lib/api-types';
import { may } from '@/lib/roles';
import { templateQueries } from '@/lib/template-queries';
import { useUser } from '@/lib/use-session';

/** Says that the template has gone on since the workflow was made of it; nothing while that is not known. */
export function NewerTemplate({ madeOf }: { madeOf: TemplateRef }) {
  const user = useUser();
  const newest = useQuery(templateQueries.newest(madeOf.slug)).data;
  if (!newest || newest.version <= madeOf.version) return null;
  return (
    <p className="mt-2 flex gap-1.5 text-sm">
      <LayoutTemplate className="mt-0.5 size-4 shrink-0" aria-hidden />
      <span>
        Made of version {madeOf.version} of the template “{newest.name}”, which has a newer one. This workflow
        stays as it is.{' '}
        <Link to={`/templates/${madeOf.slug}`} className={linkLook}>
          {may(user, 'build')
            ? `See version ${newest.version} and make a workflow of it`
            : `See version ${newest.version}`}
        </Link>
      </span>
    </p>
  );
}
