import type { Translation } from "../catalogue";
import type { lorenzText as english } from "../lorenz";

/** How evenly an asset is shared. */
export const lorenzText = {
  title: "Lorenzkurve",
  description: "Über alle Inhaber außer der Treasury, die kleinsten zuerst.",
  gini: "Gini-Koeffizient",
  giniNote: "0: alle Inhaber haben gleich viel. Nahe 1: einer von vielen hat fast alles.",
  label: (gini: string, figures: string) =>
    `Lorenzkurve mit einem Gini-Koeffizienten von ${gini}: ${figures}`,
  entry: (owners: string, share: string) => `die kleinsten ${owners}% der Inhaber haben ${share}%`,
  caption: "Zahlen zur Lorenzkurve",
  columns: { owners: "Kleinste Inhaber", amount: "Haben zusammen", share: "Anteil" },
  ofOwners: (count: string, share: string) => `${count} (${share}%)`,
} satisfies Translation<typeof english>;
