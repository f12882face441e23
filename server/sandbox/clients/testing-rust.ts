import type { z } from "zod";
import type { Wire } from "@/server/platform/testing";
import { send } from "./testing-wire";
import type { IssuerWorld } from "./testing-world";

/** How the client calls AMP and the node, and what it reads of the answers. */
export function rustClient(of: () => IssuerWorld) {
  const raw = async (method: string, path: string, json?: unknown) => {
    const headers = { accept: "*/*", authorization: `token ${of().issuer.token}` };
    const url = `${of().api}${path}`;
    if (json === undefined) return send({ method, url, headers });
    const type = { "content-type": "application/json" };
    return send({ method, url, headers: { ...headers, ...type }, body: JSON.stringify(json) });
  };

  /** Any success will do; then the body must be what the model says. */
  const call = async <S extends z.ZodType>(method: string, path: string, model: S, json?: unknown) => {
    const { status, text } = await raw(method, path, json);
    if (status >= 300) throw new Error(`${status} ${text}`);
    return model.parse(JSON.parse(text)) as z.output<S>;
  };

  /** A call of which the client reads nothing but the status. */
  const tell = async (method: string, path: string, json?: unknown): Promise<void> => {
    const { status, text } = await raw(method, path, json);
    if (status >= 300) throw new Error(`${status} ${text}`);
  };

  /** Numbers through 64-bit floats: 1e-8 without padding, 1 where the node wrote 1.00000000. */
  const rpc = async (method: string, ...params: unknown[]): Promise<Wire> => {
    const body = JSON.stringify({ jsonrpc: "1.0", id: "amp", method, params });
    const { text } = await send({ method: "POST", url: of().nodeUrl("treasury"), body });
    const { result, error } = JSON.parse(text);
    if (error) throw new Error(`${error.code} ${error.message}`);
    return result;
  };
  return { raw, call, tell, rpc };
}
