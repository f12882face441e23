import {
  documentName,
  documentTypeOf,
  type InvestorDocument,
  MAX_DOCUMENT_BYTES,
} from "@/lib/domain/documents";
import type { Investor } from "@/lib/domain/investor";
import { AppError, fieldError, refuse } from "@/lib/errors";
import { documentsText as text } from "@/lib/messages/invest-documents";
import { refusalOf } from "@/server/identity-client/refusal";
import { findDocuments, saveDocument } from "@/server/investor/document-store";
import { identityAs } from "@/server/investor/identity-as";
import { pinFile } from "@/server/investor/pin-file";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";

/** What this wallet uploaded, newest first. */
export async function readDocuments(investor: Investor): Promise<InvestorDocument[]> {
  return findDocuments(investor.address);
}

/**
 * Puts a file on IPFS, with a key of Pinata's made for it alone and revoked after it; the key never leaves the server. The
 * same content again is the same document. Identity: GET /user/pinata, POST /user/pinata/revoke
 * @throws AppError INVALID_INPUT for a file of another type or size, CONFLICT without KYC, REJECTED over the day's number
 * of uploads, UNAVAILABLE
 */
export async function uploadDocument(
  investor: Investor,
  { file }: { file: File },
): Promise<InvestorDocument> {
  const name = documentName(file.name);
  refuse("file", file.size === 0, text.empty);
  refuse("file", file.size > MAX_DOCUMENT_BYTES, text.tooLarge);
  refuse("file", name === "", text.noName);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = documentTypeOf(bytes);
  if (type === null) throw fieldError("file", text.wrongType);
  const key = await identityAs(investor).call("makePinataKey").catch(inDocumentWords);
  const content = new Blob([bytes], { type: type.mime });
  const cid = await pinFile(key.JWT, { content, name: `document.${type.ending}` }).finally(() =>
    revokeKey(investor, key.pinata_api_key),
  );
  const document = { cid, name, sizeBytes: file.size, uploadedAt: now() };
  await saveDocument(investor.address, document);
  return document;
}

/** What is left of it is ended; a service without the route, or Pinata being away, leaves it to run out. */
async function revokeKey(investor: Investor, pinataApiKey: string): Promise<void> {
  await identityAs(investor)
    .callIfThere("revokePinataKey", { body: { pinataApiKey } })
    .catch((error: unknown) => log.warn("portal.key-not-revoked", { reason: reasonOf(error) }));
}

function inDocumentWords(error: unknown): never {
  if (refusalOf(error)?.status === 429) throw new AppError("REJECTED", text.quota, { cause: error });
  throw error;
}
