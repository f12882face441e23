import type { Tone } from "@/components/ui/badge";
import { Status } from "@/components/ui/status";
import type { RequestState } from "@/lib/domain/requests";
import { requestsText } from "@/lib/messages/requests";

const tones: Record<RequestState, Tone> = {
  open: "waiting",
  approving: "info",
  approved: "ok",
  declined: "blocked",
  withdrawn: "neutral",
};

export const RequestStatus = ({ state }: { state: RequestState }) => (
  <Status tone={tones[state]}>{requestsText.states[state]}</Status>
);
