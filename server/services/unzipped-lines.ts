import { AppError } from "@/lib/errors";
import { userUndoText as text } from "@/lib/messages/user-undo";

/** Far more than the largest file of the desk has; what is made to be larger than it looks ends here. */
const MAX_CHARACTERS = 200_000_000;
const MAX_LINE = 500_000;

/**
 * The lines of a file that was compressed with gzip, one after the other as it is read.
 * @throws AppError REJECTED for another file and for what is too large
 */
export async function* unzippedLines(file: Blob): AsyncGenerator<string> {
  const unzipped = file.stream().pipeThrough(new DecompressionStream("gzip"));
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let read = 0;
  let rest = "";
  const take = (part: string): string[] => {
    read += part.length;
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    if (read > MAX_CHARACTERS || rest.length > MAX_LINE) throw new AppError("REJECTED", text.tooLarge);
    return lines;
  };
  try {
    for await (const bytes of unzipped) yield* take(decoder.decode(bytes, { stream: true }));
    yield* take(decoder.decode());
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("REJECTED", text.noFile, { cause: error });
  }
  if (rest !== "") yield rest;
}
