import { History } from 'lucide-react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import type { Template } from '@/lib/template-types';
import type { TemplateVersion } from '@/lib/api/templates';
import { day } from '@/lib/format/time';

interface TemplateVersionsProps {
  template: Template;
  versions: TemplateVersion[];
}

/** Leads to the other versions of a template, the newest one first. */
export function TemplateVersions({ template, versions }: TemplateVersionsProps) {
  const navigate = useNavigate();
  const placeOf = ({ id, version }: TemplateVersion) =>
    `/templates/${version === template.latestVersion ? template.slug : id}`;
  if (versions.length < 2) return null;
  return (
    <Menu
      trigger={
        <Button>
          <History aria-hidden />
          Version {template.version} of {template.latestVersion}
        </Button>
      }
    >
      {versions.map((one) => (
        <MenuItem key={one.id} onSelect={() => void navigate(placeOf(one))}>
          Version {one.version}
          <span className="ml-auto pl-4 text-sm text-ink-faint">
            {day(one.createdAt)}, {one.createdBy}
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
