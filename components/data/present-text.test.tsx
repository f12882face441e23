import { renderToReadableStream } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { MemoCard } from "@/components/asset-settings/memo-card";
import { NotesCard } from "@/components/users/notes-card";
import type { UserNote } from "@/lib/domain/users";
import { overtakenText } from "@/lib/messages/overtaken";

const form = vi.hoisted(() => ({ error: null as object | null }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
vi.mock("@/server/actions/asset-settings", () => ({ setMemoAction: vi.fn() }));
vi.mock("@/server/actions/users", () => ({ saveUserNoteAction: vi.fn() }));
vi.mock("@/components/data/use-submit", () => ({
  useSubmit: () => ({ submit: vi.fn(), isPending: false, error: form.error, fields: {} }),
}));

const note = { text: "Of another window", updatedBy: "Ben", updatedAt: new Date(0) } as UserNote;
const cards = {
  memo: () => <MemoCard assetUuid="a" memo={note.text} />,
  notes: () => <NotesCard userId={7} note={note} canWrite />,
};

it.each(Object.entries(cards))("who was overtaken reads what stands in the %s now", async (what, draw) => {
  const shown = async () => {
    const stream = await renderToReadableStream(draw());
    await stream.allReady;
    return new Response(stream).text();
  };
  form.error = null;
  expect(await shown()).not.toContain(overtakenText.present);
  form.error = { code: "CONFLICT", message: overtakenText[what as keyof typeof cards], requestId: "r" };
  const html = await shown();
  expect(html).toContain(overtakenText[what as keyof typeof cards]);
  expect(html).toContain(`${note.text}</section>`);
  expect(html).toContain(`${note.text}</textarea>`);
});
