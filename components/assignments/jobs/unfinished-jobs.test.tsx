import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { AssignmentJob } from "@/lib/domain/assignment-jobs";
import { noCounts } from "@/lib/domain/user-jobs";
import { assignmentSelectionText } from "@/lib/messages/assignment-selection";
import { routes } from "@/lib/routes";
import { UnfinishedJobs } from "./unfinished-jobs";

const { job: text } = assignmentSelectionText;

const shown = (part: Partial<AssignmentJob>) => {
  const counts = { ...noCounts(), done: 5, queued: 7, running: 1, unknown: 2 };
  const job = { id: "job", state: "running", problem: null, counts, ...part } as AssignmentJob;
  return renderToStaticMarkup(<UnfinishedJobs assetUuid="asset" jobs={[job]} />);
};

it("leads back to a change that is not over, with what is left of it", () => {
  const html = shown({});
  for (const words of [text.offer(10), text.moving, routes.assignmentJob("asset", "job")])
    expect(html).toContain(words);
});

it("says of one that waits why, or what a person can do", () => {
  expect(shown({ state: "paused" })).toContain(text.waiting);
  expect(shown({ state: "paused", problem: "Granted no more." })).toContain("Granted no more.");
  expect(shown({ state: "paused", problem: "Granted no more." })).not.toContain(text.waiting);
});
