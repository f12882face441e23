import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { World } from "../world";
import type { VeriffKeys } from "./env";
import { pageUrl, veriffOf, veriffUrl } from "./settings";
import { hmacSignature, isSame, legacySignature } from "./signature";
import { createSession } from "./steps";

/** What is sent back for a wrong call; the codes are Veriff's. */
class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "ApiRefusal";
  }
}

/** PostgreSQL stores no zero character. */
const text = z.string().regex(/^[^\0]*$/);
const NewSession = z.object({
  verification: z.object({
    // Veriff insists on https; a desk on this machine has none. Empty is how some services leave it out.
    callback: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).nullish(),
    vendorData: text.max(1000).nullish(),
    timestamp: z.iso.datetime({ offset: true }).nullish(),
  }),
});

/** POST /v1/sessions/: makes a verification and says where it is played. */
export async function createByApi(world: World, request: Request): Promise<Response> {
  try {
    const body = await request.text();
    checkCaller(veriffOf(world), request.headers, body);
    const { callback, vendorData } = readBody(body).verification;
    const session = await createSession(world, {
      vendorData: vendorData ?? null,
      callback: callback || null,
    });
    const { id, token } = session;
    const verification = {
      id,
      url: pageUrl(world, token),
      vendorData: session.vendorData,
      host: veriffUrl(world),
      status: "created",
      sessionToken: token,
    };
    return Response.json({ status: "success", verification }, { status: 201 });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const { status, code, message } = error;
    return Response.json({ status: "fail", code, message, requestId: randomUUID() }, { status });
  }
}

/** The key has to be there; a signature may be left out, but not be wrong. */
function checkCaller({ apiKey, privateKey }: VeriffKeys, headers: Headers, body: string): void {
  const client = headers.get("x-auth-client");
  if (!client) throw new ApiRefusal(401, "1801", "Mandatory X-AUTH-CLIENT header is missing.");
  if (!isSame(client, apiKey))
    throw new ApiRefusal(401, "1803", "There is no integration with this API key.");
  const hmac = headers.get("x-hmac-signature");
  if (hmac !== null && !isSame(hmac.toLowerCase(), hmacSignature(body, privateKey)))
    throw new ApiRefusal(401, "1819", "X-HMAC-SIGNATURE is not the HMAC-SHA256 of the body.");
  const legacy = headers.get("x-signature");
  if (legacy !== null && !isSame(legacy.toLowerCase(), legacySignature(body, privateKey)))
    throw new ApiRefusal(401, "1814", "X-SIGNATURE is not the SHA-256 of the body and the secret.");
}

function readBody(body: string): z.output<typeof NewSession> {
  const parsed = NewSession.safeParse(parse(body));
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join(".");
  throw new ApiRefusal(400, "1104", `The request has an invalid parameter: ${place || "body"}.`);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ApiRefusal(400, "1104", "The request is not JSON.");
  }
}
