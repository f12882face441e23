import type { Asset } from "@/lib/contracts/amp/assets";
import type { BatchRow } from "@/lib/domain/assignment-batch";
import type { AssignmentJobRow } from "@/lib/domain/assignment-jobs";
import { amountColumns, type Column, listCell, shapeCell } from "@/lib/domain/exports";
import { USER_ROW_STATES, type UserJob, type UserJobRow } from "@/lib/domain/user-jobs";

export const userJobColumns: Column<UserJob>[] = [
  { name: "id", read: (row) => row.id },
  { name: "kind", read: (row) => row.about.kind },
  { name: "file", read: ({ about }) => (about.kind === "import" ? about.fileName : null) },
  { name: "category_id", read: ({ about }) => (about.kind === "categories" ? about.categoryId : null) },
  { name: "adds_to_category", read: ({ about }) => (about.kind === "categories" ? about.isMember : null) },
  { name: "state", read: (row) => row.state },
  ...USER_ROW_STATES.map((state) => ({
    name: `rows_${state}`,
    read: ({ counts }: UserJob) => counts[state],
  })),
  { name: "problem", read: (row) => row.problem },
  { name: "requested_by", read: (row) => row.requestedBy },
  { name: "created_at", read: (row) => row.createdAt },
  { name: "started_at", read: (row) => row.startedAt },
  { name: "finished_at", read: (row) => row.finishedAt },
];

/** @param kind an import's rows are numbered by the lines of its file */
export const userJobRowColumns = (kind: UserJob["about"]["kind"]): Column<UserJobRow>[] => [
  { name: kind === "import" ? "line" : "row", read: (row) => row.number },
  { name: "registered_user", read: (row) => row.userId },
  { name: "name", read: (row) => row.name },
  { name: "state", read: (row) => row.state },
  { name: "steps", read: (row) => shapeCell(row.steps) },
  { name: "results", read: (row) => listCell(row.results) },
  { name: "problem", read: (row) => row.problem },
];

export const assignmentJobColumns = ({ precision }: Asset): Column<AssignmentJobRow>[] => [
  { name: "row", read: (row) => row.number },
  { name: "assignment_id", read: (row) => row.assignmentId },
  { name: "registered_user", read: (row) => row.userId },
  { name: "name", read: (row) => row.name },
  ...amountColumns<AssignmentJobRow>("amount", (row) => row.amountSats, precision),
  { name: "state", read: (row) => row.state },
  { name: "problem", read: (row) => row.problem },
];

export const batchColumns = ({ precision }: Asset): Column<BatchRow>[] => [
  { name: "row", read: (row) => row.position },
  { name: "registered_user", read: ({ wanted }) => wanted.registeredUser },
  { name: "name", read: ({ wanted }) => wanted.userName },
  ...amountColumns<BatchRow>("amount", ({ wanted }) => wanted.amountSats, precision),
  ...amountColumns<BatchRow>("amount_before", ({ original }) => original?.amountSats ?? null, precision),
  { name: "vests_at", read: ({ wanted }) => wanted.vestsAt },
  { name: "is_ready", read: ({ wanted }) => wanted.isReady },
  { name: "state", read: (row) => row.state },
  { name: "assignment_id", read: (row) => row.assignmentId },
  { name: "problem", read: (row) => row.problem },
];
