import { parseExactJson } from "@/lib/exact-json";

export interface RpcAnswer {
  status: number;
  text: string;
  // The recordings are compared field by field; their shapes differ per method.
  result: unknown;
  error: { code: number; message: string } | null;
}

/** Calls the node over HTTP as any client does. */
export function nodeClient(url: string, wallet: string | null = null, credentials = "rpcuser:rpcpass") {
  const target = wallet === null ? `${url}/elements` : `${url}/elements/wallet/${wallet}`;
  const authorization = `Basic ${Buffer.from(credentials).toString("base64")}`;
  const send = async (body: string): Promise<RpcAnswer> => {
    const headers = { authorization, "content-type": "application/json" };
    const response = await fetch(target, { method: "POST", headers, body });
    const text = await response.text();
    const envelope = (text ? parseExactJson(text) : {}) as Partial<RpcAnswer>;
    return { status: response.status, text, result: envelope.result, error: envelope.error ?? null };
  };
  const request = (method: string, params: unknown = []) =>
    send(JSON.stringify({ jsonrpc: "1.0", id: "1", method, params }));
  return {
    send,
    request,
    /** The result alone. @throws when the node refuses */
    async call<T>(method: string, params: unknown = []): Promise<T> {
      const { result, error } = await request(method, params);
      if (error) throw new Error(`${method}: ${error.code} ${error.message}`);
      return result as T;
    },
  };
}
