import type { Route } from "next";
import type { OperationKind } from "./domain/intent";

/** Every address of the desk, said once. Paths are typed by Next; those with a query are made here. */
const asset = <P extends string>(assetUuid: string, page: P) => `/assets/${assetUuid}${page}` as Route;

export const routes = {
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in") as Route,
  overview: "/overview" as Route,
  assets: "/assets" as Route,
  newAsset: "/assets/new" as Route,
  asset: (assetUuid: string) => asset(assetUuid, ""),
  ownership: (assetUuid: string) => asset(assetUuid, "/ownership"),
  activity: (assetUuid: string) => asset(assetUuid, "/activity"),
  assignments: (assetUuid: string) => asset(assetUuid, "/assignments"),
  distributions: (assetUuid: string) => asset(assetUuid, "/distributions"),
  distribution: (assetUuid: string, operationId: string) => asset(assetUuid, `/distributions/${operationId}`),
  supply: (assetUuid: string) => asset(assetUuid, "/supply"),
  blinders: (assetUuid: string) => asset(assetUuid, "/supply/blinders"),
  supplyOperation: (assetUuid: string, operationId: string) => asset(assetUuid, `/supply/${operationId}`),
  /** The page of a treasury operation, whatever its kind. */
  operation: ({ kind, assetUuid, id }: { kind: OperationKind; assetUuid: string; id: string }) =>
    asset(assetUuid, kind === "distribution" ? `/distributions/${id}` : `/supply/${id}`),
  users: "/users" as Route,
  newUser: "/users/new" as Route,
  user: (userId: number | string) => `/users/${userId}` as Route,
  categories: "/categories" as Route,
  category: (categoryId: number | string) => `/categories/${categoryId}` as Route,
  managers: "/managers" as Route,
  treasury: "/treasury" as Route,
  audit: "/audit" as Route,
  settings: "/settings" as Route,
  sandbox: "/sandbox" as Route,
  sandboxWallets: "/sandbox/wallets" as Route,
  sandboxWallet: (gaid: string) => `/sandbox/wallets/${gaid}` as Route,
  sandboxDecisions: "/sandbox/decisions" as Route,
  sandboxDecision: (uuid: string) => `/sandbox/decisions/${uuid}` as Route,
  sandboxFaults: "/sandbox/faults" as Route,
  sandboxSwitches: "/sandbox/switches" as Route,
  sandboxWorlds: "/sandbox/worlds" as Route,
  sandboxCalls: "/sandbox/calls" as Route,
} as const;

/** A path of our own to return to after sign-in; anything that could leave the site becomes the overview. */
export const safeNext = (next: string | undefined): Route =>
  (next && /^\/(?![/\\])[^\s\\]*$/.test(next) && !next.startsWith("/sign-in") ? next : "/overview") as Route;
