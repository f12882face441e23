import type { Translation } from "../catalogue";
import type { sandboxSwitchesText as english } from "../sandbox-switches";

/** Open questions and bugs of the real service, as switches of the sandbox, in German. */
export const sandboxSwitchesText = {
  title: "Offene Fragen",
  description:
    "Was keine Quelle klärt oder was der echte Dienst einmal falsch gemacht hat. Aus ist, womit ein Emittent rechnen sollte; schalten Sie etwas ein, um Ihren Client gegen die andere Antwort zu erproben. Ein Schalter gilt von jetzt an für jeden Aufruf.",
  on: "Ein",
  off: "Aus",
  turn: (name: string) => `${name} umschalten`,
  turned: (name: string, on: boolean) => (on ? `${name} ist eingeschaltet.` : `${name} ist ausgeschaltet.`),
  count: (on: number, all: number) => `${on} von ${all} eingeschaltet`,
} satisfies Translation<typeof english>;
