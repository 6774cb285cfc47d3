const KILOBYTE = 1000;
const MEGABYTE = 1_000_000;

/** How large a file is: "850 kB", "10.2 MB". */
export function sizeInWords(bytes: number): string {
  return bytes < MEGABYTE
    ? `${Math.max(1, Math.round(bytes / KILOBYTE))} kB`
    : `${(bytes / MEGABYTE).toFixed(1)} MB`;
}
