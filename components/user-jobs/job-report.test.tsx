import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { noCounts, type UserJobView } from "@/lib/domain/user-jobs";
import { userJobsText } from "@/lib/messages/user-jobs";
import { JobReport } from "./job-report";

const { report: text } = userJobsText;

const render = (refused: number) => {
  const job = { state: "done", problem: null, counts: { ...noCounts(), done: 3, refused } };
  return renderToStaticMarkup(<JobReport job={job as UserJobView} action={null} />);
};

it("says of an import that is done how many rows were left out", () => {
  expect(render(5)).toContain(`${text.done(3)} ${text.refused(5)}`);
  expect(render(0)).toContain(text.done(3));
  expect(render(0)).not.toContain("left out");
});
