import type { z } from "zod";
import type { EndpointName, endpoints } from "@/lib/contracts/amp/endpoints";
import type { LiveEnv, Unit } from "../world";
import type { Account } from "./accounts";
import type { AssetRow } from "./asset-store";

type Table = typeof endpoints;
type Shape<K extends EndpointName, F extends string> =
  Table[K] extends Record<F, infer S extends z.ZodType> ? z.output<S> : undefined;

/** The asset a path names, already found and within the caller's reach; undefined on paths without one. */
type PathAsset<K extends EndpointName> = Table[K]["path"] extends `${string}{assetUuid}${string}`
  ? AssetRow
  : undefined;

/** One request of a known endpoint, in our words: shapes decoded, permission already given. */
export interface Call<K extends EndpointName> {
  unit: Unit;
  env: LiveEnv;
  /** Who asks. Endpoints open to everybody do not look at it. */
  account: Account;
  params: Record<string, string>;
  asset: PathAsset<K>;
  body: Shape<K, "body">;
  query: Shape<K, "query">;
}

/** What an endpoint answers; nothing where AMP's body is not to be interpreted. */
export type Answer<K extends EndpointName> = Table[K] extends
  | { returns: infer S extends z.ZodType }
  | { mayReturn: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

export type Handler<K extends EndpointName> = (
  call: Call<K>,
) => Promise<Answer<K> extends undefined ? void : Answer<K>>;
export type AllHandlers = { [K in EndpointName]: Handler<K> };
/** Those of one noun. */
export type Handlers = Partial<AllHandlers>;

/** A path parameter that is a whole number; the router has already checked its form. */
export const idOf = (call: { params: Record<string, string> }, name: string) => Number(call.params[name]);
