import type { Group } from "@/lib/domain/eligibility";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

const assignments = (count: number) => countOf(count, { one: "open assignment", other: "open assignments" });

function named({ count, names }: Group): string {
  const rest = count - names.length;
  return rest > 0
    ? `${names.join(", ")} and ${countOf(rest, { one: "other", other: "others" })}`
    : names.join(", ");
}

/** Whom a change of categories concerns, said before it is made. */
export const categoryImpactText = catalogue("categoryImpactText", {
  counting: "Counting who is affected…",
  notCounted:
    "Who is affected could not be counted just now, and somebody may lose by it. What the change does is said above.",
  archived: (count: number) =>
    `${countOf(count, { one: "archived user joins", other: "archived users join" })} a category again.`,
  nobody: "Nobody becomes eligible for an asset, and nobody ceases to be.",
  gaining: (group: Group) =>
    `${countOf(group.count, { one: "registered user becomes", other: "registered users become" })} eligible: ${named(group)}.`,
  losing: (group: Group) =>
    `${countOf(group.count, { one: "registered user is", other: "registered users are" })} no longer eligible: ${named(group)}.`,
  holders: (count: number) =>
    `${countOf(count, { one: "of them holds it and keeps", other: "of them hold it and keep" })} the balance, but cannot receive more.`,
  waiting: (count: number) =>
    `${assignments(count)} can then not be distributed until the user qualifies again.`,
  inDistribution: (count: number) =>
    `${countOf(count, { one: "of them is", other: "of them are" })} in a distribution under way, which stops before its next order at AMP until that is undone.`,
  freed: (count: number) => `${assignments(count)} can then be distributed.`,
  stillMissing: (count: number) =>
    `${countOf(count, { one: "registered user is", other: "registered users are" })} still not eligible: another required category is missing.`,
  open: "No category is left: every registered user with a GAID can receive it.",
  unchanged: "Who is eligible stays as it is.",
  membership: {
    addTitle: (user: string, category: string) => `Add ${user} to ${category}?`,
    removeTitle: (user: string, category: string) => `Remove ${user} from ${category}?`,
    takesEffect: "It takes effect at once; balances stay where they are.",
    already: "It is so already: nothing would change.",
    add: "Add to category",
    remove: "Remove from category",
    added: (user: string, category: string) => `${user} is in ${category}`,
    removed: (user: string, category: string) => `${user} is no longer in ${category}`,
  },
  edit: {
    open: "Edit",
    title: (category: string) => `Edit ${category}`,
    description: "Name and description are for people: who may receive what stays exactly as it is.",
    submit: "Save category",
    done: "The category is saved",
  },
  deletion: {
    open: "Delete",
    title: (category: string) => `Delete the category ${category}?`,
    forEver: (members: number) =>
      members === 0
        ? "It has no members. It cannot be brought back, only made anew under another number."
        : `Its list of ${countOf(members, { one: "member", other: "members" })} is lost for ever; export it first if it may be needed. The registered users themselves and their balances stay.`,
    unused: "No asset requires it, so nothing changes for what anybody may receive.",
    used: (assets: number) =>
      `${countOf(assets, { one: "asset requires it and stops", other: "assets require it and stop" })} doing so at once:`,
    undocumented:
      "Blockstream does not say what AMP does with a category in use. To be sure, stop requiring it asset by asset first.",
    confirm: "Delete category",
    done: (category: string) => `The category ${category} is deleted`,
  },
});
