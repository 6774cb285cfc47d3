/** What the editor shows differently, without changing the definition. */
export type ViewCommand =
  | 'fit'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-actual'
  | 'search'
  | 'add'
  | 'note'
  | 'help'
  | 'problems'
  | 'outline'
  | 'json'
  | 'versions'
  | 'test'
  | 'words'
  | 'minimap'
  | 'frame'
  | 'clear';

interface ViewCommandWords {
  id: ViewCommand;
  label: string;
  shortcut: string;
}

export const VIEW_COMMANDS: readonly ViewCommandWords[] = [
  { id: 'add', label: 'Add a step', shortcut: 'A' },
  { id: 'note', label: 'Add a note', shortcut: 'N' },
  { id: 'search', label: 'Search in the workflow', shortcut: 'Ctrl+F' },
  { id: 'fit', label: 'Show everything', shortcut: '1' },
  { id: 'zoom-actual', label: 'Zoom to 100 %', shortcut: '0' },
  { id: 'zoom-in', label: 'Zoom in', shortcut: '+ =' },
  { id: 'zoom-out', label: 'Zoom out', shortcut: '-' },
  { id: 'frame', label: 'Select with a frame', shortcut: 'F' },
  { id: 'minimap', label: 'Minimap', shortcut: 'M' },
  { id: 'problems', label: 'Problems', shortcut: 'P' },
  { id: 'outline', label: 'Outline', shortcut: 'O' },
  { id: 'json', label: 'JSON', shortcut: 'J' },
  { id: 'versions', label: 'Versions', shortcut: 'V' },
  { id: 'test', label: 'Test', shortcut: 'T' },
  { id: 'words', label: 'Build with words', shortcut: 'W' },
  { id: 'clear', label: 'Select nothing', shortcut: 'Escape' },
  { id: 'help', label: 'Keyboard map', shortcut: '?' },
];
