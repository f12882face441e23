import { z } from "zod";
import { isCid } from "@/lib/domain/documents";
import { AppError } from "@/lib/errors";
import { documentsText as text } from "@/lib/messages/invest-documents";
import { deskEnv } from "@/server/platform/env";
import { causeOf } from "@/server/platform/reason";

/** A file of eight megabytes over a slow line; nobody waits longer for a page. */
const TIMEOUT_MS = 60_000;
const Pinned = z.object({ IpfsHash: z.string().refine(isCid) });
const OPTIONS = JSON.stringify({ cidVersion: 1 });

/**
 * Puts a file on IPFS and has Pinata keep it there. Pinata: POST /pinning/pinFileToIPFS
 * @param jwt a key made for this upload; it stands in no log and in no error
 * @param file named neutrally by the caller: Pinata's account shows the name to others than its owner
 * @returns the content's CID
 * @throws AppError UNAVAILABLE when Pinata refuses, answers something else or does not answer in a minute
 */
export async function pinFile(jwt: string, file: { content: Blob; name: string }): Promise<string> {
  const form = new FormData();
  form.set("file", file.content, file.name);
  form.set("pinataOptions", OPTIONS);
  const answer = await post(jwt, form).catch((error: unknown) => {
    throw failed(text.noAnswer, causeOf(error)?.name ?? "failed");
  });
  if (answer.status < 200 || answer.status > 299) throw failed(text.refused, `answered ${answer.status}`);
  const pinned = Pinned.safeParse(answer.json);
  if (!pinned.success) throw failed(text.noAnswer, "answered without a CID");
  return pinned.data.IpfsHash;
}

async function post(jwt: string, body: FormData): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${deskEnv().PINATA_URL.replace(/\/+$/, "")}/pinning/pinFileToIPFS`, {
    method: "POST",
    headers: { accept: "application/json", authorization: `Bearer ${jwt}` },
    body,
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return { status: response.status, json: await response.json().catch(() => null) };
}

const failed = (message: string, what: string) =>
  new AppError("UNAVAILABLE", message, { cause: new Error(`Pinata: ${what}`), retryable: true });
