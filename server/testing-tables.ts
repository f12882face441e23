import type { Ends } from "./testing";

/** A room's tables, and the only files that name them. */
const STORES: Record<string, readonly string[]> = {
  audit: [
    "server/audit/store.ts",
    "server/audit/search-store.ts",
    "server/audit/deletion-store.ts",
    "server/audit/intents.ts",
    "server/audit/amp-call-store.ts",
  ],
  // a session's row is read together with its workspace, on each request
  vault: ["server/vault/store.ts", "server/auth/store.ts"],
  auth: ["server/auth/store.ts"],
  "saved-views": ["server/auth/view-store.ts"],
  assigning: [
    "server/assigning/store.ts",
    "server/assigning/open-batches-store.ts",
    "server/assigning/due-batches-store.ts",
  ],
  history: [
    "server/history/store.ts",
    "server/history/balances-store.ts",
    "server/history/told-store.ts",
    "server/history/kept-store.ts",
  ],
  register: [
    "server/register/job-store.ts",
    "server/register/asset-jobs-store.ts",
    "server/register/row-store.ts",
    "server/register/cells-store.ts",
    "server/register/note-store.ts",
    "server/register/open-jobs-store.ts",
  ],
  mirror: [
    "server/mirror/copies-store.ts",
    "server/mirror/holds-store.ts",
    "server/mirror/marks-store.ts",
    "server/mirror/users-store.ts",
    "server/mirror/categories-store.ts",
    "server/mirror/holders-store.ts",
    "server/mirror/holder-figures-store.ts",
    "server/mirror/balances-store.ts",
    "server/mirror/utxos-store.ts",
    "server/mirror/eligibility-store.ts",
  ],
  "mirror-assets": ["server/mirror/assets-store.ts"],
  "mirror-assignments": ["server/mirror/assignments-store.ts", "server/mirror/open-assignments-store.ts"],
  "mirror-distributions": ["server/mirror/distributions-store.ts"],
  "mirror-utxos": ["server/mirror/utxos-store.ts", "server/mirror/eligibility-store.ts"],
  registry: ["server/registry/check-store.ts"],
  watch: [
    "server/watch/store.ts",
    "server/watch/alerts-store.ts",
    "server/watch/books-store.ts",
    "server/watch/lacking-store.ts",
  ],
  notices: ["server/notices/store.ts", "server/notices/settings-store.ts"],
  "portal-requests": [
    "server/requests/store.ts",
    "server/requests/list-store.ts",
    "server/requests/link-store.ts",
  ],
  portal: [
    "server/investor/session-store.ts",
    "server/investor/attempt-store.ts",
    "server/investor/kyc-store.ts",
    "server/investor/amp-id-store.ts",
    "server/investor/document-store.ts",
  ],
  treasury: [
    "server/treasury/store.ts",
    "server/treasury/listed-store.ts",
    "server/treasury/shown-store.ts",
    "server/treasury/journal-store.ts",
    "server/treasury/turns.ts",
    "server/treasury/known-operations.ts",
  ],
};

const SCHEMA = /^server\/db\/schema\/([\w-]+)\.ts$/;
export const namesForeignTable = ({ from, to }: Ends): boolean => {
  const tables = SCHEMA.exec(to)?.[1];
  return tables !== undefined && !SCHEMA.test(from) && !STORES[tables]?.includes(from);
};

/** Hosted services keep tables of their own beside what works on them. */
export const isHostedTable = (file: string) => /^server\/identity\/db\/[\w-]+-tables\.ts$/.test(file);
export const isHostedStore = (file: string) => /^server\/identity\/[\w/-]+-store\.ts$/.test(file);
