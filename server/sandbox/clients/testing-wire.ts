import { type IncomingHttpHeaders, request } from "node:http";

export interface Sent {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/**
 * One request with exactly these headers, on a connection of its own; credentials in the URL become basic
 * authentication. `fetch` would add headers, follow redirects and refuse a GET with a body.
 * @throws when the connection breaks before the answer is complete
 */
export function send({ method, url, headers = {}, body }: Sent): Promise<Received> {
  const isChunked = headers["transfer-encoding"] === "chunked";
  const framing =
    body === undefined || isChunked ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const options = { method, headers: { ...headers, ...framing }, agent: false as const };
    const call = request(url, options, async (response) => {
      try {
        let text = "";
        for await (const chunk of response.setEncoding("utf8")) text += chunk;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      } catch (cause) {
        reject(cause);
      }
    });
    call.on("error", reject).end(body);
  });
}
