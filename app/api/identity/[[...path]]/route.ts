import { hostedIdentity } from "@/server/identity/hosted";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";

/** The identity service within the desk: `server/identity`, below /api/identity. */
async function answer(request: Request): Promise<Response> {
  try {
    const { handler } = await hostedIdentity();
    return await handler(request);
  } catch (error) {
    log.error("identity.not-started", { reason: reasonOf(error) });
    return new Response(null, { status: 503 });
  }
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
