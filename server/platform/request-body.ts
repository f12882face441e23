export type Body = Uint8Array<ArrayBuffer> | null;

/** A body that is longer than may be read. */
export const TOO_LARGE = Symbol("too large");

/** The whole body, null without one. What is declared too long is not read at all, what turns out so no further. */
export async function readWhole(request: Request, maxBytes: number): Promise<Body | typeof TOO_LARGE> {
  if (request.method === "GET" || request.method === "HEAD") return null;
  const declared = request.headers.get("content-length");
  if (Number(declared) > maxBytes) return TOO_LARGE;
  const bytes = declared === null ? await readUpTo(request, maxBytes) : await request.arrayBuffer();
  if (bytes === TOO_LARGE) return TOO_LARGE;
  return bytes.byteLength > 0 ? new Uint8Array(bytes) : null;
}

async function readUpTo(request: Request, maxBytes: number): Promise<ArrayBuffer | typeof TOO_LARGE> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) return TOO_LARGE;
    chunks.push(chunk);
  }
  return new Blob(chunks as BlobPart[]).arrayBuffer();
}
