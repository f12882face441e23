import { type BlindersLook, outpointName } from "@/lib/domain/blinders";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

const WHY: Record<"unknown" | Exclude<BlindersLook["atAmp"], "shown" | "lacking">, string> = {
  unknown: "the treasury wallet does not know its blinders",
  other: "AMP shows other blinders than the treasury wallet",
  gone: "AMP does not list it any more",
};

const whyOf = ({ atAmp, refusal }: BlindersLook): string => {
  if (atAmp === "other" || atAmp === "gone") return WHY[atAmp];
  return refusal?.replace(/\.$/, "") ?? WHY.unknown;
};

/** More than these make no sentence any more. */
const NAMED = 5;

const named = (left: readonly BlindersLook[]): string => {
  const more = left.length - NAMED;
  const names = left.slice(0, NAMED).map((look) => `${outpointName(look.output)}: ${whyOf(look)}.`);
  return [...names, ...(more > 0 ? [`And ${more} more.`] : [])].join(" ");
};

/** What an update of blinders says: its pre-flight and the worker that carries it out. */
export const blindersWorksText = catalogue("blindersWorksText", {
  changed:
    "The outputs of which AMP lacks the blinders changed since you looked. Nothing was started; review them again.",
  notReady: "Not everything is ready. Nothing was started.",
  remedies: {
    allShown: "AMP shows the blinders of every output of this treasury. There is nothing to do.",
    unknown:
      "The treasury wallet knows none of these outputs. Use the node whose wallet received them, or let it rescan the chain.",
  },
  notShownYet:
    "AMP took the blinders but does not show them yet. They are looked for again in a few seconds, and told again if they are still missing.",
  /** Names the outputs that are left, and why. */
  left: (left: readonly BlindersLook[]) =>
    `${countOf(left.length, { one: "output is", other: "outputs are" })} left of which AMP could not be told. ${named(left)} What AMP was told before stays told. Try again when the cause is gone, or cancel.`,
});
