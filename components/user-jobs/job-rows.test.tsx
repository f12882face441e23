import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { UserJobRow, UserJobView } from "@/lib/domain/user-jobs";
import { parseListState } from "@/lib/list-state";
import { userJobLists } from "@/lib/lists";
import { userImportText } from "@/lib/messages/user-import";
import { userJobsText } from "@/lib/messages/user-jobs";
import { JobRows } from "./job-rows";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/components/export/export-button", () => ({ ExportButton: () => null }));
vi.mock("@/components/ui/filter-bar", () => ({ FilterBar: () => null }));

const row: UserJobRow = {
  ...{ number: 12, name: "Ada", userId: null, state: "refused", steps: [], results: [] },
  problem: userImportText.row.nameTwice(4),
} as UserJobRow;

const drawn = (kind: "import" | "categories", shown = row) => {
  const about =
    kind === "import" ? { kind, fileName: "members.csv" } : { kind, categoryId: 3, isMember: true };
  const rows = {
    rows: [shown],
    nextCursor: null,
    total: 1,
    freshness: { asOf: new Date(0), source: "mirror" },
  };
  const state = parseListState({}, userJobLists.rows("j"));
  const job = { about, rows } as unknown as UserJobView;
  return renderToStaticMarkup(
    <JobRows state={state} job={job} categoryNames={{}} onRefresh={async () => {}} />,
  );
};

it("counts an import's rows by the lines of its file, with the word of the reasons", () => {
  const { line, number } = userJobsText.rows.columns;
  const html = drawn("import");
  expect(html).toContain(`${line} 4 `);
  expect(html).toMatch(new RegExp(`<th[^>]*>${line}<`));
  expect(html).not.toMatch(new RegExp(`<th[^>]*>${number}<`));
  expect(drawn("categories")).toMatch(new RegExp(`<th[^>]*>${number}<`));
});

it("does not say that AMP has it so where the file wanted what an import does not do", () => {
  const same = { ...row, state: "same" as const };
  const problem = userImportText.row.staysIn("Accredited");
  expect(drawn("import", { ...same, problem: null })).toContain(userJobsText.rows.nothing);
  const html = drawn("import", { ...same, problem });
  expect(html).toContain(problem);
  expect(html).not.toContain(userJobsText.rows.nothing);
});
