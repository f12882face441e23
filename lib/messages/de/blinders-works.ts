import { type BlindersLook, outpointName } from "@/lib/domain/blinders";
import { countOf } from "@/lib/messages/plural";
import type { blindersWorksText as english } from "../blinders-works";
import type { Translation } from "../catalogue";

const WHY: Record<"unknown" | Exclude<BlindersLook["atAmp"], "shown" | "lacking">, string> = {
  unknown: "Die Treasury-Wallet kennt seine Blinder nicht",
  other: "AMP zeigt andere Blinder als die Treasury-Wallet",
  gone: "AMP führt ihn nicht mehr auf",
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
  return [...names, ...(more > 0 ? [`Und ${more} weitere.`] : [])].join(" ");
};

const LEFT = {
  one: "Output ist übrig, dessen Blinder AMP nicht mitgeteilt werden konnten.",
  other: "Outputs sind übrig, deren Blinder AMP nicht mitgeteilt werden konnten.",
};

/** What an update of blinders says, in German. */
export const blindersWorksText = {
  changed:
    "Die Outputs, deren Blinder AMP fehlen, haben sich geändert, seit Sie nachgesehen haben. Es wurde nichts begonnen; prüfen Sie sie erneut.",
  notReady: "Nicht alles ist bereit. Es wurde nichts begonnen.",
  remedies: {
    allShown: "AMP zeigt die Blinder jedes Outputs dieser Treasury. Es gibt nichts zu tun.",
    unknown:
      "Die Treasury-Wallet kennt keinen dieser Outputs. Verwenden Sie den Node, dessen Wallet sie empfangen hat, oder lassen Sie ihn die Chain neu durchsuchen.",
  },
  notShownYet:
    "AMP hat die Blinder angenommen, zeigt sie aber noch nicht. In einigen Sekunden wird erneut nachgesehen, und sie werden erneut mitgeteilt, wenn sie noch fehlen.",
  /** Names the outputs that are left, and why. */
  left: (left: readonly BlindersLook[]) =>
    `${countOf(left.length, LEFT)} ${named(left)} Was AMP bereits mitgeteilt wurde, bleibt mitgeteilt. Versuchen Sie es erneut, wenn die Ursache behoben ist, oder brechen Sie ab.`,
} satisfies Translation<typeof english>;
