import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import { MOST_VIEWS, type SavedView } from "@/lib/domain/saved-views";
import { AppError } from "@/lib/errors";
import { savedViewsText } from "@/lib/messages/saved-views";
import { viewOf } from "@/lib/saved-views";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { deleteView, findView, insertView, nameView, selectViews } from "@/server/auth/view-store";

const { errors } = savedViewsText;

/** The person's own views of the list that has its page at this path, by name. */
export async function listViews(actor: Actor, path: string): Promise<SavedView[]> {
  await authorize(actor, "view:own");
  return selectViews(actor, requireList(path).path);
}

/**
 * Keeps a list as it is searched, filtered and sorted: its address, not its rows.
 * @param input.href what the list does not know of it is left out
 * @throws AppError INVALID_INPUT for what is no list, and under `name` for a name in use; CONFLICT for one view too many
 */
export async function saveView(
  actor: Actor,
  { name, href: address }: { name: string; href: string },
): Promise<{ id: string }> {
  await authorize(actor, "view:own");
  const { path, href } = requireList(address);
  const id = randomUUID();
  return audited(actor, { action: "view.saved", detail: { list: path, view: id } }, async () => {
    if ((await selectViews(actor, path)).length >= MOST_VIEWS)
      throw new AppError("CONFLICT", errors.tooMany(MOST_VIEWS));
    if (!(await insertView(actor, { id, name, path, href }))) throw nameTaken();
    return { id };
  });
}

/** @throws AppError NOT_FOUND for one that is not the person's own, INVALID_INPUT under `name` for a name in use */
export async function renameView(actor: Actor, { id, name }: { id: string; name: string }): Promise<void> {
  await authorize(actor, "view:own");
  const view = await requireView(actor, id);
  if (view.name === name) return;
  await audited(actor, { action: "view.renamed", detail: { list: view.path, view: id } }, async () => {
    if (!(await nameView(actor, view, name))) throw nameTaken();
  });
}

/** The list itself is untouched. @throws AppError NOT_FOUND for one that is not the person's own */
export async function removeView(actor: Actor, { id }: { id: string }): Promise<void> {
  await authorize(actor, "view:own");
  const { path } = await requireView(actor, id);
  await audited(actor, { action: "view.removed", detail: { list: path, view: id } }, () =>
    deleteView(actor, id),
  );
}

function requireList(address: string): { path: string; href: string } {
  const view = viewOf(address);
  if (!view) throw new AppError("INVALID_INPUT", errors.noList);
  return view;
}

async function requireView(actor: Actor, id: string) {
  const view = await findView(actor, id);
  if (!view) throw new AppError("NOT_FOUND", errors.noView);
  return view;
}

const nameTaken = () =>
  new AppError("INVALID_INPUT", errors.nameTaken, { fields: { name: [errors.nameTaken] } });
