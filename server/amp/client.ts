import { z } from "zod";
import { type EndpointName, endpoints, exactAnswers } from "@/lib/contracts/amp/endpoints";
import { streamRows } from "./row-stream";
import { type AmpRequest, type AmpTransportOptions, createAmpTransport } from "./transport";

type Table = typeof endpoints;
type PathNames<P> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | PathNames<Rest> : never;
type Part<K extends "body" | "query", E> = E extends { [key in K]: infer S extends z.ZodType }
  ? { [key in K]: z.output<S> }
  : { [key in K]?: never };
type Path<E extends { path: string }> = [PathNames<E["path"]>] extends [never]
  ? { path?: never }
  : { path: Record<PathNames<E["path"]>, string | number> };

export type AmpInput<N extends EndpointName> = Path<Table[N]> &
  Part<"body", Table[N]> &
  Partial<Part<"query", Table[N]>>;
export type AmpOutput<N extends EndpointName> = Table[N] extends { returns: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

type AmpList<N extends EndpointName> = Table[N] extends { rows: infer S extends z.ZodType }
  ? z.output<S>
  : AmpOutput<N>;
/** Endpoints that answer a list, or an object around one. */
export type ListEndpointName = {
  [N in EndpointName]: AmpList<N> extends readonly unknown[] ? N : never;
}[EndpointName];
export type AmpRow<N extends ListEndpointName> = AmpList<N> extends readonly (infer Row)[] ? Row : never;

/** Endpoints whose answer can be read in part. */
type BriefEndpointName = {
  [N in EndpointName]: Table[N] extends { brief: z.ZodType } ? N : never;
}[EndpointName];
type AmpBrief<N extends BriefEndpointName> = Table[N] extends { brief: infer S extends z.ZodType }
  ? z.output<S>
  : never;

type NoInput<N extends EndpointName> =
  Record<never, never> extends AmpInput<N> ? [input?: AmpInput<N>] : [input: AmpInput<N>];

export interface AmpClient {
  /**
   * Calls one of AMP's endpoints by its name in `lib/contracts/amp/endpoints.ts`, where method, path, body and
   * answer are said once. Amounts are sats.
   * @throws AppError UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, REJECTED (AMP's words and fields), UNAVAILABLE, INTERNAL
   */
  call<N extends EndpointName>(name: N, ...input: NoInput<N>): Promise<AmpOutput<N>>;
  /** The same, with the fields alone that the table names for brief answers. */
  brief<N extends BriefEndpointName>(name: N, ...input: NoInput<N>): Promise<AmpBrief<N>>;
  /**
   * The same for an answer too long to be held: its rows in portions, each decoded as it arrives. What was given out
   * before an error is no whole list. The time limit is one on each wait.
   * @throws AppError as `call`
   */
  rows<N extends ListEndpointName>(name: N, ...input: NoInput<N>): AsyncGenerator<AmpRow<N>[]>;
}

interface AnyEndpoint {
  method: AmpRequest<z.ZodType>["method"];
  path: string;
  changesState: boolean;
  otherMethod?: AmpRequest<z.ZodType>["method"];
  body?: z.ZodType;
  query?: z.ZodType;
  returns?: z.ZodType;
  brief?: z.ZodType;
  rows?: z.ZodType;
  within?: string;
}

interface AnyInput {
  path?: Record<string, string | number>;
  body?: unknown;
  query?: unknown;
}

/** AMP as one account sees it. */
export function createAmpClient(options: AmpTransportOptions): AmpClient {
  const transport = createAmpTransport(options);
  const requestOf = (
    name: EndpointName,
    input: AnyInput = {},
    shape: "returns" | "brief" | "rows" = "returns",
  ): AmpRequest<z.ZodType> => {
    const endpoint: AnyEndpoint = endpoints[name];
    const returns = endpoint[shape] ?? endpoint.returns;
    return {
      method: endpoint.method,
      path: fillPath(endpoint.path, input.path ?? {}),
      changesState: endpoint.changesState,
      ...(endpoint.otherMethod ? { otherMethod: endpoint.otherMethod } : {}),
      exact: exactAnswers.has(name),
      ...(endpoint.query && input.query !== undefined
        ? { query: z.encode(endpoint.query, input.query) as Record<string, string> }
        : {}),
      ...(endpoint.body ? { body: z.encode(endpoint.body, input.body) } : {}),
      ...(returns ? { returns } : {}),
    };
  };
  const call = (name: EndpointName, input?: AnyInput) => transport.request(requestOf(name, input));
  const brief = (name: BriefEndpointName, input?: AnyInput) =>
    transport.request(requestOf(name, input, "brief"));
  const rows = (name: ListEndpointName, input?: AnyInput) => {
    const { within }: AnyEndpoint = endpoints[name];
    return streamRows(options, requestOf(name, input, "rows"), within);
  };
  return { call, brief, rows } as unknown as AmpClient;
}

const fillPath = (path: string, values: Record<string, string | number>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
