import type { Tone } from "@/components/ui/badge";
import { Status } from "@/components/ui/status";
import { callsText } from "@/lib/messages/calls";

/** An HTTP status; null when no answer came. */
export const CallStatus = ({ status }: { status: number | null }) => (
  <Status tone={toneOf(status)}>{status ?? callsText.noAnswer}</Status>
);

function toneOf(status: number | null): Tone {
  if (status === null || status >= 500) return "danger";
  if (status >= 400) return "blocked";
  return status >= 300 ? "waiting" : "ok";
}
