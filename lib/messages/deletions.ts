import type { Deletable } from "@/lib/domain/deletion";
import { catalogue } from "./catalogue";

/** Where the page of something was that this desk has deleted. */
export const deletionsText = catalogue("deletionsText", {
  titles: {
    asset: "This asset was deleted",
    assignment: "This assignment was deleted",
    user: "This registered user was deleted",
    category: "This category was deleted",
  } satisfies Record<Deletable["kind"], string>,
  by: (name: string, time: string) => `Deleted by ${name} on ${time} UTC.`,
  lists: {
    asset: "All assets",
    assignment: "All assignments of the asset",
    user: "All registered users",
    category: "All categories",
  } satisfies Record<Deletable["kind"], string>,
  entry: "Its entry in the audit log",
});
