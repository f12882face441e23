import { optionsOf } from "@/components/data/list-table";
import { operationsText } from "@/lib/messages/operations";

/** @param kinds by which the list can be narrowed, where it has several */
export const operationFilters = (kinds?: Readonly<Record<string, string>>) => [
  { name: "state", label: operationsText.filters.state, options: optionsOf(operationsText.stateFilters) },
  ...(kinds ? [{ name: "kind", label: operationsText.filters.kind, options: optionsOf(kinds) }] : []),
];

export const operationSorts = () => optionsOf(operationsText.sorts);
