import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { freedAssignmentsText as english } from "../freed-assignments";

/** Waiting assignments that the approval of a request frees. */
export const freedAssignmentsText = {
  title: "Wartende Zuteilungen, die danach ausgeschüttet werden dürfen",
  count: (count: number) => countOf(count, { one: "Zuteilung", other: "Zuteilungen" }),
  text: "Sie gehen mit der nächsten Ausschüttung des Assets hinaus, sofern sie nicht zurückgehalten oder noch nicht fällig sind.",
} satisfies Translation<typeof english>;
