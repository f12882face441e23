import { userImportText } from "@/lib/messages/user-import";
import { csvText } from "./exports";

export const TEMPLATE_NAME = "ampdesk-users-template.csv";

/** It has the form of a GAID, and is nobody's. */
const EXAMPLE_GAID = "GAusLWkjGHQPL2qTgLLVEjbSg2wgX";

/** CSV: the columns of an import that somebody fills in by hand, and one line that shows how. */
export function importTemplate(): string {
  const { name, company, categories } = userImportText.columns.example;
  return csvText([
    ["name", "gaid", "company", "categories", "id"],
    [name, EXAMPLE_GAID, company, categories, ""],
  ]);
}
