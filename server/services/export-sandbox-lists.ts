import type { ExportedList } from "@/lib/domain/exports";
import { sandboxLists } from "@/lib/lists";
import * as columns from "./export-sandbox-columns";
import { type ExportSource, source } from "./export-source";
import { readCalls } from "./sandbox-calls";
import { readDecisions } from "./sandbox-decisions";
import { readWallets } from "./sandbox-wallets";

/** The control API gives a thousand at most; of calls one more is asked for, to know whether there is another page. */
const [ROWS, CALLS] = [1_000, 999];

/** Lists of the sandbox's own pages. */
export const SANDBOX_SOURCES = {
  "sandbox-decisions": source({
    of: null,
    config: () => sandboxLists.decisions,
    columns: () => columns.decisionColumns,
    rowsAtOnce: () => ROWS,
    read: async (actor, _, query) => ({ page: (await readDecisions(actor, query)).page, from: "sandbox" }),
  }),
  "sandbox-wallets": source({
    of: null,
    config: () => sandboxLists.wallets,
    columns: () => columns.walletColumns,
    rowsAtOnce: () => ROWS,
    read: async (actor, _, query) => {
      const { page } = await readWallets(actor, query);
      return { page: { ...page, rows: page.rows.flatMap(columns.holdingsOf) }, from: "sandbox" };
    },
  }),
  "sandbox-calls": source({
    of: null,
    config: () => sandboxLists.calls,
    columns: () => columns.sandboxCallColumns,
    rowsAtOnce: () => CALLS,
    read: async (actor, _, query) => ({ page: (await readCalls(actor, query)).page, from: "sandbox" }),
  }),
} satisfies Partial<Record<ExportedList, ExportSource>>;
