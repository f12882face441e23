import { Badge, type Tone } from "@/components/ui/badge";
import { outputsText } from "@/lib/messages/outputs";

const TONES: Record<string, Tone> = {
  issuance: "info",
  reissuance: "info",
  burn: "blocked",
  distribution: "ok",
  transfer: "neutral",
};
const words: Record<string, string> = outputsText.kinds;

/** What a transaction did; a kind of AMP's that is new stands as it is. */
export const KindBadge = ({ kind }: { kind: string }) => (
  <Badge tone={TONES[kind] ?? "neutral"}>{words[kind] ?? kind}</Badge>
);
