import { z } from "zod";
import { AppError } from "@/lib/errors";
import { log } from "@/server/platform/log";
import { outside } from "@/server/platform/outside";
import { createMemberCutter } from "./json-member";
import { createRowCutter } from "./json-rows";
import { observing } from "./observe";
import {
  type AmpRequest,
  type AmpTransportOptions,
  ask,
  decode,
  refusal,
  repeatingReads,
  unexpected,
  unreachable,
} from "./transport";

/** Rows given out together: many enough to be stored quickly, few enough to be held by the dozen. */
export const ROWS_AT_ONCE = 2_000;

/**
 * A list's rows as they arrive, in portions of `ROWS_AT_ONCE`. Only its beginning is asked for again when AMP is away:
 * who reads the rows knows what a second beginning would mean. A reader that takes its time slows the answer down.
 * @param within the list's name in an answer that is an object around it
 */
export async function* streamRows(
  options: AmpTransportOptions,
  request: AmpRequest<z.ZodType>,
  within?: string,
): AsyncGenerator<unknown[]> {
  if (!(request.returns instanceof z.ZodArray)) throw new Error(`${request.path} answers no list.`);
  const row = request.returns.element as z.ZodType;
  const startedAt = Date.now();
  const { response, limit } = await repeatingReads(request, () => open(options, request));
  try {
    const cutter = within === undefined ? createRowCutter() : createMemberCutter(within);
    const cut = <T>(work: () => T): T => {
      try {
        return work();
      } catch (cause) {
        throw cause instanceof SyntaxError ? unexpected(request, "no list") : cause;
      }
    };
    let rows: unknown[] = [];
    for await (const text of textOf(response, request, limit)) {
      for (const element of cut(() => cutter.push(text))) {
        rows.push(decode(request, element, row));
        if (rows.length === ROWS_AT_ONCE) {
          yield rows;
          rows = [];
        }
      }
    }
    cut(() => cutter.end());
    if (rows.length > 0) yield rows;
    log.debug("amp.rows", { path: request.path, ms: Date.now() - startedAt });
  } finally {
    limit.end(); // also when the reader has had enough: the connection is given up
  }
}

async function open(
  options: AmpTransportOptions,
  request: AmpRequest<z.ZodType>,
): Promise<{ response: Response; limit: WaitLimit }> {
  const limit = new WaitLimit(options.timeoutMs);
  const seen = observing(options.onCall, request);
  try {
    const response = await outside("amp", () => limit.during(ask(options, request, limit.signal)));
    const { status } = response;
    if (status >= 200 && status <= 299) {
      seen(status, null);
      return { response, limit };
    }
    const text = await limit.during(response.text());
    seen(status, text);
    if (status === 401) await options.onTokenRefused?.();
    throw refusal(request, status, text);
  } catch (cause) {
    limit.end();
    seen(null, null);
    throw cause instanceof AppError ? cause : unreachable(request, cause);
  }
}

async function* textOf(
  response: Response,
  request: AmpRequest<z.ZodType>,
  limit: WaitLimit,
): AsyncGenerator<string> {
  if (!response.body) return;
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await limit.during(reader.read());
      if (done) break;
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } catch (cause) {
    throw unreachable(request, cause);
  }
}

/** Gives a request up when one wait takes too long; what its reader does between two waits does not count. */
class WaitLimit {
  private readonly controller = new AbortController();

  constructor(private readonly ms: number) {}

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  async during<T>(wait: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.controller.abort(new DOMException("", "TimeoutError")), this.ms);
    try {
      return await wait;
    } finally {
      clearTimeout(timer);
    }
  }

  end(): void {
    this.controller.abort();
  }
}
