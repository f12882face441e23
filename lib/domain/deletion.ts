/** What this desk can delete in AMP, and has a page of its own. */
export type Deletable =
  | { kind: "asset"; assetUuid: string }
  | { kind: "assignment"; assetUuid: string; assignmentId: number }
  | { kind: "user"; userId: number }
  | { kind: "category"; categoryId: number };

export interface Deletion {
  by: string;
  at: Date;
  /** Its entry of the audit log. */
  entryId: bigint;
}

const UUID = "[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}";
const ID = "[1-9]\\d{0,8}";
const PATHS: Record<Deletable["kind"], RegExp> = {
  asset: new RegExp(`^/assets/(${UUID})(?:[/?]|$)`, "i"),
  assignment: new RegExp(`^/assets/(${UUID})/assignments/(${ID})(?:[/?]|$)`, "i"),
  user: new RegExp(`^/users/(${ID})(?:[/?]|$)`),
  category: new RegExp(`^/categories/(${ID})(?:[/?]|$)`),
};

/** What of this kind a page is about, by its address; null for another page. */
export function deletableAt(path: string, kind: Deletable["kind"]): Deletable | null {
  const [, first, second] = PATHS[kind].exec(path) ?? [];
  if (first === undefined) return null;
  if (kind === "asset") return { kind, assetUuid: first };
  if (kind === "assignment") return { kind, assetUuid: first, assignmentId: Number(second) };
  return kind === "user" ? { kind, userId: Number(first) } : { kind, categoryId: Number(first) };
}
