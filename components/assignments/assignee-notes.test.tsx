import { renderToReadableStream, renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import { assignmentGridText as text } from "@/lib/messages/assignment-grid";
import { AssigneeNotes } from "./assignee-notes";
import { AssigneePicker } from "./assignee-picker";

const query = vi.hoisted(() => ({ data: undefined as unknown, isLoading: false }));
const asked = vi.hoisted(() => ({ ask: null as (() => Promise<unknown>) | null }));
const lookUp = vi.hoisted(() => vi.fn());
vi.mock("@tanstack/react-query", () => ({
  useQuery: ({ queryFn }: { queryFn: () => Promise<unknown> }) => {
    asked.ask = queryFn;
    return query;
  },
}));
vi.mock("@/server/actions/assignment-batches", () => ({ lookUpAssigneesAction: lookUp }));
vi.mock("@/components/users/user-picker", () => ({
  UserPicker: (props: { "aria-describedby"?: string }) => (
    <input aria-describedby={props["aria-describedby"]} />
  ),
}));

const ada = { text: "7", kind: "one", userId: 7, name: "Ada", hasWallet: true, missing: [] as string[] };
const notes = () => renderToStaticMarkup(<AssigneeNotes assetUuid="a" userId={7} />);
const noWallet = text.warning({ kind: "no-wallet" }, String);

beforeEach(() => Object.assign(query, { data: undefined, isLoading: false }));

it("says before anything is sent which categories a picked user lacks, and that there is no GAID", () => {
  query.data = { ...ada, missing: ["Accredited", "EU"], hasWallet: false };
  expect(notes()).toContain(text.blocker({ kind: "user-missing", categories: ["Accredited", "EU"] }));
  expect(notes()).toContain(noWallet);
  query.data = ada;
  expect(notes()).toBe("");
});

it("looks the user up by number, among the asset's assignees", async () => {
  notes();
  lookUp.mockResolvedValue({ ok: true, data: { assignees: [ada], freeSats: 1n } });
  expect(await asked.ask?.()).toEqual(ada);
  expect(lookUp).toHaveBeenCalledWith({ assetUuid: "a", texts: ["7"] });
});

it("stands below the field of whoever is picked, and is read with it", async () => {
  query.data = { ...ada, hasWallet: false };
  const stream = await renderToReadableStream(
    <AssigneePicker assetUuid="a" aria-describedby="e" picked={{ id: 7, name: "Ada" }} onPick={() => {}} />,
  );
  await stream.allReady;
  const html = await new Response(stream).text();
  expect(html).toContain(noWallet);
  const [, notesId] = html.match(/aria-describedby="e ([^"]+)"/) ?? [];
  expect(html).toContain(`id="${notesId}"`);
});
