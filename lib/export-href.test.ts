import { expect, it } from "vitest";
import { exportHref } from "./export-href";
import { assetFiles, userFiles } from "./list-files";
import { parseListState } from "./list-state";
import { assetLists, categoryLists, lists, userJobLists } from "./lists";

it("asks for the list as its page shows it, from the first row on", () => {
  const state = parseListState({ q: "a&b", wallet: "no", sort: "-name", cursor: "abc" }, lists.users);
  expect(exportHref("users", "csv", state)).toBe("/api/export/users?format=csv&q=a%26b&wallet=no&sort=-name");
  expect(exportHref("users", "json", parseListState({}, lists.users))).toBe("/api/export/users?format=json");
});

it("names the asset, the category or the user that the list belongs to", () => {
  const uuid = "6ffa44b0-3a0c-4d8e-9f7a-0123456789ab";
  const activity = parseListState({ from: "7" }, assetLists.activity(uuid));
  expect(exportHref("activity", "csv", activity)).toBe(`/api/export/activity?format=csv&of=${uuid}&from=7`);
  const job = parseListState({ state: "failed" }, userJobLists.rows(uuid));
  expect(exportHref("user-job", "csv", job)).toBe(`/api/export/user-job?format=csv&of=${uuid}&state=failed`);
  expect(exportHref("user-jobs", "csv", parseListState({}, lists.userJobs))).toBe(
    "/api/export/user-jobs?format=csv",
  );
  const batch = parseListState({ batch: "b" }, assetFiles.batch(uuid));
  expect(exportHref("batch", "csv", batch)).toBe(`/api/export/batch?format=csv&of=${uuid}&batch=b`);
  const members = parseListState({}, categoryLists.members(5));
  expect(exportHref("members", "csv", members)).toBe("/api/export/members?format=csv&of=5");
  const holdings = parseListState({}, userFiles.holdings(17));
  expect(exportHref("user-holdings", "csv", holdings)).toBe("/api/export/user-holdings?format=csv&of=17");
});
