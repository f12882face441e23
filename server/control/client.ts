import { z } from "zod";
import { ControlRefusal } from "@/lib/contracts/control";
import { AppError } from "@/lib/errors";
import { sandboxText } from "@/lib/messages/sandbox";

/** The sandbox's knobs, reached over HTTP like everything else of it. */
export interface ControlClient {
  /**
   * @throws AppError REJECTED (the sandbox's words), NOT_FOUND, UNAVAILABLE, INTERNAL for an answer in another form
   */
  call<S extends z.ZodType>(request: ControlRequest<S>): Promise<z.output<S>>;
}

interface ControlRequest<S extends z.ZodType> {
  method: "GET" | "POST" | "DELETE";
  path: string;
  /** What is undefined is left out. */
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  returns: S;
  /** A 400 in the form of `returns` is an answer too: the sandbox decided, and says why. */
  decides?: boolean;
  /** Milliseconds, for what takes longer than a usual call. */
  timeoutMs?: number;
}

/** @param baseUrl with the `/control` part */
export function createControlClient(baseUrl: string, timeoutMs: number): ControlClient {
  const base = baseUrl.replace(/\/+$/, "");
  return {
    async call({ decides = false, returns, ...request }) {
      const { status, json } = await send(base, { timeoutMs, ...request });
      const isAnswer = status === 200 || (decides && status === 400);
      const parsed = isAnswer ? z.safeDecode(returns, json as never) : null;
      if (parsed?.success) return parsed.data;
      if (status === 200 || status >= 500) {
        throw new AppError("INTERNAL", sandboxText.unexpected(`${request.method} ${request.path}`));
      }
      throw refusalOf(status, json);
    },
  };
}

function refusalOf(status: number, json: unknown): AppError {
  const refusal = ControlRefusal.safeParse(json);
  return new AppError(
    status === 404 ? "NOT_FOUND" : "REJECTED",
    refusal.success ? sandboxText.refused(refusal.data.error) : sandboxText.refusedSilently,
  );
}

type Sent = Omit<ControlRequest<z.ZodType>, "returns" | "decides"> & { timeoutMs: number };

async function send(base: string, { method, path, query = {}, body, timeoutMs }: Sent) {
  try {
    const response = await fetch(`${base}${path}${printQuery(query)}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, json: readJson(await response.text()) };
  } catch (cause) {
    throw new AppError("UNAVAILABLE", sandboxText.unreachable, {
      cause: new Error(cause instanceof Error ? cause.name : "unknown"),
      retryable: method === "GET",
    });
  }
}

function printQuery(query: NonNullable<ControlRequest<z.ZodType>["query"]>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
