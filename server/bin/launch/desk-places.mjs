import fs from "node:fs";
import path from "node:path";

/** The desk's pages as they lie in the tree: "/assets/[uuid]/supply". */
export function deskRoutes(root) {
  const folder = path.join(root, "app/(desk)");
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => path.join("/", path.dirname(file)))
    .sort();
}

const RUNS = [
  ["/assets/[uuid]/distributions/[operation]", ["distribution"]],
  ["/assets/[uuid]/supply/[operation]", ["reissuance", "burn", "blinders"]],
  ["/treasury/send/[operation]", ["lbtc"]],
];

/** How a route's brackets are filled; what there is none of gives null. */
const FILLED = {
  "/users/[id]": async ({ amp }) => ({ id: (await amp("/registered_users/"))[0]?.id }),
  "/categories/[id]": async ({ amp }) => ({ id: (await amp("/categories"))[0]?.id }),
  "/managers/[id]": async ({ amp }) => ({ id: (await amp("/managers"))[0]?.id }),
  "/gaids/[gaid]": async ({ amp }) => ({ gaid: await someGaid(amp) }),
  "/sandbox/wallets/[gaid]": async ({ amp }) => ({ gaid: await someGaid(amp) }),
  "/sandbox/decisions/[uuid]": async ({ read }) => ({
    uuid: (await read("/api/sandbox/decisions")).page.rows[0]?.uuid,
  }),
  "/requests/[id]": async ({ read }) => ({ id: firstId(await read("/api/requests")) }),
  "/users/imports/[id]": async ({ read }) => ({ id: firstId(await read("/api/users/imports")) }),
  "/audit/[id]": async ({ read }) => ({ id: firstId(await read("/api/audit")) }),
  "/audit/calls/[id]": async ({ read }) => ({ id: firstId(await read("/api/audit/calls")) }),
  "/assets/[uuid]/transactions/[txid]": async ({ amp, uuid }) => ({
    uuid,
    txid: (await amp(`/assets/${uuid}/txs?count=1`))[0]?.txid,
  }),
  "/assets/[uuid]/distributions/amp/[distribution]": async ({ amp, uuid }) => ({
    uuid,
    distribution: (await amp(`/assets/${uuid}/distributions`))[0]?.distribution_uuid,
  }),
  "/assets/[uuid]/assignments/[assignment]": async ({ amp, uuid }) => ({
    uuid,
    assignment: (await amp(`/assets/${uuid}/assignments`))[0]?.id,
  }),
  // A manager's alone.
  "/access": () => null,
  "/assets/[uuid]/assignments/batches/[batch]": async ({ read }) => {
    const begun = await lastOf(read, ["assignment.batch-approved"]);
    return begun && { uuid: begun.assetUuid, batch: begun.detail.batch };
  },
  "/assets/[uuid]/assignments/jobs/[job]": async ({ read }) => {
    const begun = await lastOf(
      read,
      ["lock", "unlock", "delete"].map((change) => `assignment.job-${change}`),
    );
    return begun && { uuid: begun.assetUuid, job: begun.detail.job };
  },
  ...Object.fromEntries(
    RUNS.map(([route, kinds]) => [
      route,
      async ({ read }) => {
        const { rows } = await read("/api/export/operations?format=json");
        const run = rows.find(({ kind }) => kinds.includes(kind));
        return run ? { uuid: run.asset_uuid, operation: run.id } : null;
      },
    ]),
  ),
};

const someGaid = async (amp) => (await amp("/registered_users/")).find(({ GAID }) => GAID)?.GAID;
/** What no list leads to is found in the log of what was done: the newest entry of the first of these actions that has one. */
async function lastOf(read, actions) {
  for (const action of actions) {
    const { rows } = await read(`/api/audit?kind=assignment&action=${action}&outcome=ok&by=own`);
    if (rows.length > 0) return rows[0];
  }
  return null;
}
/** Numbers that JSON does not hold exactly are written apart (lib/json.ts). */
const firstId = ({ page, rows = page.rows }) => rows[0]?.id?.$bigint ?? rows[0]?.id;

/**
 * An address of each of the desk's pages.
 * @param known `read` and `amp` ask the desk and AMP for JSON, `uuid` is an asset
 * @returns the addresses, and the routes of which nothing is there to show
 * @throws Error for a route whose brackets nobody fills
 */
export async function deskPlaces(root, known) {
  const [places, missing] = [[], []];
  for (const route of deskRoutes(root)) {
    const values = await valuesOf(route, known);
    const isWhole = values && Object.values(values).every((value) => value !== undefined);
    if (isWhole) places.push(route.replace(/\[(\w+)\]/g, (_, name) => encodeURIComponent(values[name])));
    else missing.push(route);
  }
  return { places, missing };
}

async function valuesOf(route, known) {
  const names = [...route.matchAll(/\[(\w+)\]/g)].map(([, name]) => name);
  if (route in FILLED) return FILLED[route](known);
  if (names.some((name) => name !== "uuid")) throw new Error(`${route}: nobody says what it shows.`);
  return { uuid: known.uuid };
}
