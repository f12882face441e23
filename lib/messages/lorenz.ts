import { catalogue } from "./catalogue";

/** How evenly an asset is shared. */
export const lorenzText = catalogue("lorenzText", {
  title: "Lorenz curve",
  description: "Over all owners beside the treasury, the smallest first.",
  gini: "Gini coefficient",
  giniNote: "0: all owners have the same. Near 1: one of many has nearly everything.",
  label: (gini: string, figures: string) => `Lorenz curve with a Gini coefficient of ${gini}: ${figures}`,
  entry: (owners: string, share: string) => `the smallest ${owners}% of the owners have ${share}%`,
  caption: "Figures of the Lorenz curve",
  columns: { owners: "Smallest owners", amount: "Have together", share: "Share" },
  ofOwners: (count: string, share: string) => `${count} (${share}%)`,
});
