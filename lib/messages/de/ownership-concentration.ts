import type { Translation } from "../catalogue";
import type { ownershipConcentrationText as english } from "../ownership-concentration";

/** How much lies with how few: read with its card. */
export const ownershipConcentrationText = {
  title: "Konzentration",
  description: "Über alle Inhaber außer der Treasury. Was auf der Sperrliste steht, zählt mit.",
  top: (count: number) => `Die größten ${count} zusammen`,
  topNote: "dessen, was außerhalb der Treasury ist",
  half: "Inhaber, die die Hälfte haben",
  halfNote: (share: string) => `die größten ${share}% aller Inhaber`,
  hhi: "Herfindahl-Index",
  levels: { low: "breit gestreut", moderate: "mäßig konzentriert", high: "stark konzentriert" },
  hhiNote: (level: string) => `von 10\u202f000: ${level}`,
  nobody: "Niemand außer der Treasury besitzt etwas davon.",
} satisfies Translation<typeof english>;
