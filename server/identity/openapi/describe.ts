import type { Identity } from "../service";
import { type IdentityDocument, identityDocument } from "./document";
import { pageResponse } from "./page";

const PREFIX = "/api/identity";

/** GET /docs/openapi.json, as the service is reached by whoever asks. */
export const describeService = (identity: Identity, request: Request): IdentityDocument =>
  identityDocument(identity, new URL(request.url).pathname.startsWith(`${PREFIX}/`) ? PREFIX : "/");

/** GET /docs/index.html */
export const showDescription = (identity: Identity, request: Request): Response =>
  pageResponse(describeService(identity, request));
