import { Monitor, Moon, Sun } from 'lucide-react';
import { setTheme, useTheme, type Theme } from '@/app/theme';
import { Button } from '@/components/ui/button';
import { Menu, MenuChoice } from '@/components/ui/menu';

const OPTIONS: { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: 'system', label: 'As the system', icon: <Monitor aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
];

export function ThemeMenu() {
  const theme = useTheme();
  return (
    <Menu
      side="top"
      trigger={
        <Button variant="quiet" size="icon" aria-label="Theme">
          <Sun className="dark:hidden" aria-hidden />
          <Moon className="hidden dark:block" aria-hidden />
        </Button>
      }
    >
      <MenuChoice value={theme} options={OPTIONS} onChange={setTheme} />
    </Menu>
  );
}
