import type { ExportedList, ExportFormat } from "./domain/exports";
import { type ListState, listHref } from "./list-state";

/** The asset, category, registered user or bulk change that a list's page belongs to. */
const OWNER = /^\/(?:assets|categories|users\/imports|users(?=\/\d))\/([^/]+)/;

/** The address of a list as a file, with the search, filters and order of its page. */
export function exportHref(list: ExportedList, format: ExportFormat, state: ListState): string {
  const of = OWNER.exec(state.path)?.[1];
  const own = new URLSearchParams({ format, ...(of === undefined ? {} : { of }) });
  const query = listHref({ ...state, path: "" }).slice(1);
  return `/api/export/${list}?${own}${query ? `&${query}` : ""}`;
}
