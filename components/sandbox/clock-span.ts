import { sandboxText } from "@/lib/messages/sandbox";

const { clock } = sandboxText;
const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** "3 days 4 hours ahead", "real time": the two largest units that say something. */
export function offsetWords(offsetSeconds: number): string {
  const seconds = Math.round(Math.abs(offsetSeconds));
  if (seconds === 0) return clock.real;
  const { days, hours, minutes, seconds: rest } = clock.spans;
  const parts = [
    [Math.floor(seconds / DAY_S), days],
    [Math.floor((seconds % DAY_S) / HOUR_S), hours],
    [Math.floor((seconds % HOUR_S) / MINUTE_S), minutes],
    [seconds % MINUTE_S, rest],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, name]) => name(count));
  const span = words.slice(0, 2).join(" ");
  return offsetSeconds > 0 ? clock.ahead(span) : clock.behind(span);
}
