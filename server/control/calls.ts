import { z } from "zod";
import { LoggedCall } from "@/lib/contracts/control-calls";
import type { ControlClient } from "./client";

export interface CallQuery {
  /** Only calls with a smaller id. */
  before?: number | undefined;
  /** A part of the path. */
  path?: string | undefined;
  surface?: string | undefined;
  /** HTTP method, or RPC method. */
  method?: string | undefined;
  /** "404", "4xx", or "0" for a dropped connection. */
  status?: string | undefined;
  limit: number;
}

/** Newest first. Control: GET /calls */
export const listCalls = (control: ControlClient, query: CallQuery): Promise<LoggedCall[]> =>
  control.call({
    method: "GET",
    path: "/calls",
    query: { ...query, order: "newest" },
    returns: z.array(LoggedCall),
  });
