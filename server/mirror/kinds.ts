import { ASSIGNMENTS } from "./assignments";
import { CATEGORIES } from "./categories";
import type { CopyId } from "./copies-store";
import { DISTRIBUTIONS } from "./distributions";
import { HOLDERS } from "./holders";
import type { CopyKind } from "./refresh";
import { USERS } from "./users";
import { UTXOS } from "./utxos";

export const KINDS: Record<CopyId["kind"], CopyKind<unknown>> = {
  users: USERS,
  categories: CATEGORIES,
  holders: HOLDERS,
  utxos: UTXOS,
  assignments: ASSIGNMENTS,
  distributions: DISTRIBUTIONS,
};
