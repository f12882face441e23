import { z } from "zod";
import { BlockInterval, ControlRefusal, InvestorWallet, Mined, SandboxState } from "@/lib/contracts/control";
import { AppError } from "@/lib/errors";
import { sandboxText } from "@/lib/messages/sandbox";

/** The sandbox's knobs, reached over HTTP like everything else of it. */
export interface ControlClient {
  /** @throws AppError REJECTED (the sandbox's words), UNAVAILABLE, INTERNAL */
  call<S extends z.ZodType>(request: ControlRequest<S>): Promise<z.output<S>>;
}

interface ControlRequest<S extends z.ZodType> {
  method: "GET" | "POST";
  path: string;
  body?: unknown;
  returns: S;
}

/** @param baseUrl with the `/control` part */
export function createControlClient(baseUrl: string, timeoutMs: number): ControlClient {
  const base = baseUrl.replace(/\/+$/, "");
  return {
    async call({ method, path, body, returns }) {
      const { status, json } = await send(`${base}${path}`, method, body, timeoutMs);
      const parsed = status === 200 ? z.safeDecode(returns, json as never) : null;
      if (parsed?.success) return parsed.data;
      if (parsed || status >= 500) {
        throw new AppError("INTERNAL", sandboxText.unexpected(`${method} ${path}`));
      }
      const refusal = ControlRefusal.safeParse(json);
      throw new AppError(
        "REJECTED",
        refusal.success ? sandboxText.refused(refusal.data.error) : sandboxText.refusedSilently,
      );
    },
  };
}

async function send(url: string, method: string, body: unknown, timeoutMs: number) {
  try {
    const response = await fetch(url, {
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

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Makes `blocks` blocks at once (1 to 1000). Control: POST /mine */
export const mine = (control: ControlClient, blocks: number): Promise<Mined> =>
  control.call({ method: "POST", path: "/mine", body: { blocks }, returns: Mined });

/** Opens an investor's wallet. Control: POST /wallets */
export const createWallet = (control: ControlClient): Promise<InvestorWallet> =>
  control.call({ method: "POST", path: "/wallets", body: {}, returns: InvestorWallet });

/** Seconds between two blocks; 0 = only on demand. Control: POST /interval */
export const setBlockInterval = (control: ControlClient, seconds: number): Promise<BlockInterval> =>
  control.call({ method: "POST", path: "/interval", body: { seconds }, returns: BlockInterval });

/** Control: GET /state; L-BTC in sats. */
export const readState = (control: ControlClient): Promise<SandboxState> =>
  control.call({ method: "GET", path: "/state", returns: SandboxState });
