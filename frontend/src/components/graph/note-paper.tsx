import type { NoteColour } from '@/components/graph/model/notes';

export const PAPER: Record<NoteColour, string> = {
  YELLOW: 'bg-note-yellow',
  BLUE: 'bg-note-blue',
  GREEN: 'bg-note-green',
  PINK: 'bg-note-pink',
};

/** What a note says; what does not fit on it is scrolled to. */
export function NoteText({ text }: { text: string }) {
  return <p className="h-full overflow-y-auto px-3 py-2 wrap-anywhere whitespace-pre-wrap">{text}</p>;
}
