import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { ExportFormat } from "@/lib/domain/exports";
import { requireActor } from "@/server/auth/actor";
import { answerStreamed } from "./get-door";

const CONTENT_TYPES: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/** The door for lists as files, streamed and kept by no cache. */
export const answerExport = (
  read: (actor: Actor) => Promise<{ name: string; format: ExportFormat; chunks: AsyncIterable<string> }>,
): Promise<Response> =>
  answerStreamed(async () => {
    const { name, format, chunks } = await read(await requireActor());
    return { name, chunks, contentType: CONTENT_TYPES[format] };
  });
