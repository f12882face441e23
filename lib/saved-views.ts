import { type ListConfig, listHref, parseListState } from "./list-state";
import {
  assetLists,
  assignmentJobLists,
  categoryLists,
  distributionLists,
  lists,
  sandboxLists,
  userJobLists,
} from "./lists";
import { UUID } from "./uuid";

/** Side by side: two of them have the same name. */
const ONE: readonly ListConfig[] = [...Object.values(lists), ...Object.values(sandboxLists)];
/** Lists of one thing, or of one within another: where its id stands in the path. */
const OF: [RegExp, readonly ((id: string, within: string) => ListConfig)[]][] = [
  [new RegExp(`^/assets/(${UUID})/`), Object.values(assetLists)],
  [new RegExp(`^/assets/(${UUID})/distributions/amp/(${UUID})$`), Object.values(distributionLists)],
  [new RegExp(`^/assets/(${UUID})/assignments/jobs/(${UUID})$`), Object.values(assignmentJobLists)],
  [new RegExp(`^/users/imports/(${UUID})$`), Object.values(userJobLists)],
  [/^\/categories\/(\d{1,9})$/, Object.values(categoryLists)],
];

/** The list that has its page at this path; undefined when there is none. */
function listAt(path: string): ListConfig | undefined {
  const own = OF.flatMap(([pattern, configs]) => {
    const [, id, within = ""] = pattern.exec(path) ?? [];
    return id === undefined ? [] : configs.map((config) => config(id, within));
  });
  return [...ONE, ...own].find((config) => config.path === path);
}

/**
 * An address as a view keeps it: a list's first page with what that list knows of the query, and nothing else.
 * @returns null for what is no list of this desk
 */
export function viewOf(address: string): { path: string; href: string } | null {
  const [path = "", ...query] = address.split("?");
  const config = listAt(path);
  if (!config) return null;
  const params = Object.fromEntries(new URLSearchParams(query.join("?")));
  return { path, href: listHref(parseListState(params, config)) };
}
