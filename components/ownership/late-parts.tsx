import { late } from "@/components/ui/late";

/** What AMP says of the moment; of now, nothing is drawn. Its scripts come after the rest. */
export const MomentNote = late(() => import("./moment-note").then((file) => file.MomentNote));

/** Below the figures: painted with the page, its scripts come after the rest. */
export const ConcentrationCard = late(() =>
  import("./concentration-card").then((file) => file.ConcentrationCard),
);
