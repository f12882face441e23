import { late, onceShown } from "@/components/ui/late";

/** What a run's page has below its steps: the steps are there first. */

export const ByHandCard = onceShown(() => import("./by-hand-card").then((file) => file.ByHandCard));
export const OperationJournal = late(() =>
  import("./operation-journal").then((file) => file.OperationJournal),
);
