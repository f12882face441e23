import { catalogue } from "./catalogue";

/** How much lies with how few: read with its card. */
export const ownershipConcentrationText = catalogue("ownershipConcentrationText", {
  title: "Concentration",
  description: "Over all owners beside the treasury. What is blacklisted counts as owned.",
  top: (count: number) => `Largest ${count} together`,
  topNote: "of what is outside the treasury",
  half: "Owners who have half",
  halfNote: (share: string) => `the largest ${share}% of all owners`,
  hhi: "Herfindahl index",
  levels: { low: "spread widely", moderate: "moderately concentrated", high: "highly concentrated" },
  hhiNote: (level: string) => `of 10,000: ${level}`,
  nobody: "Nobody beside the treasury owns any of it.",
});
