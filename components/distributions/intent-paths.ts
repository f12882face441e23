import { parseListState } from "@/lib/list-state";
import { routes } from "@/lib/routes";

/** What answers with more of an intent that nobody has approved. @param order the order at AMP whose intent it is */
export const rowsOfIntent = (assetUuid: string, intentHash: string, order?: string) => (after: number) => {
  const wanted = new URLSearchParams({ hash: intentHash, after: String(after), ...(order && { order }) });
  return `/api${routes.distributions(assetUuid)}/intent?${wanted}`;
};

/** As `assetFiles` has it, and the transactions of an approved one, without the table of all lists among the page's scripts. */
export const fileOfIntent = (assetUuid: string, operation?: string) =>
  parseListState(operation === undefined ? {} : { operation }, {
    path: routes.distributions(assetUuid),
    sorts: [],
    filters: { operation: "any" },
    keeps: ["operation"],
  });

/** The same of a list beside the distributions that nobody searches. */
export const fileBeside = (assetUuid: string) =>
  parseListState({}, { path: routes.distributions(assetUuid), sorts: [] });
