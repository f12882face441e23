import type { Tone } from "@/components/ui/badge";
import { Status } from "@/components/ui/status";
import type { OperationState } from "@/lib/domain/operation";
import { operationsText } from "@/lib/messages/operations";

export const OPERATION_TONES: Record<OperationState, Tone> = {
  requested: "info",
  holding: "info",
  paused: "waiting",
  ordering: "info",
  ordered: "info",
  "by-hand": "waiting",
  signed: "info",
  broadcasting: "info",
  sending: "info",
  sent: "waiting",
  confirming: "waiting",
  telling: "info",
  releasing: "info",
  done: "ok",
  cancelling: "waiting",
  stopped: "blocked",
  unknown: "danger",
  cancelled: "neutral",
  failed: "danger",
};

export function OperationStatus({ state }: { state: OperationState }) {
  return <Status tone={OPERATION_TONES[state]}>{operationsText.states[state]}</Status>;
}
