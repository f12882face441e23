import type { CommandAnswer, CommandItem } from "@/lib/command";
import type { Actor } from "@/lib/domain/actor";
import { isGaid } from "@/lib/domain/gaid";
import { OPERATION_KINDS } from "@/lib/domain/intent";
import { AppError } from "@/lib/errors";
import { shortenMiddle } from "@/lib/format/ids";
import { operationsText } from "@/lib/messages/operations";
import { requestsText } from "@/lib/messages/requests";
import { shellText } from "@/lib/messages/shell";
import { shortcutsText } from "@/lib/messages/shortcuts";
import { transactionsText } from "@/lib/messages/transactions";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";
import { listOperations } from "@/server/treasury/store";
import { allCategories } from "./categories";
import { managersLately } from "./managed-workspaces";
import { listRequests } from "./requests";
import { allFound, PER_GROUP } from "./search-all";
import { searchAssets } from "./search-assets";
import { assetsLately } from "./shown-assets";
import { findTransaction } from "./transaction-search";
import { listUsers } from "./users";

const { nav } = shellText;

/**
 * Jump targets for the command palette, of what this person may see, and the assets of which a command may be meant. What
 * cannot be read hides nothing else.
 */
export async function search(actor: Actor, text: string): Promise<CommandAnswer> {
  const q = text.trim();
  if (q === "") return NOTHING;
  const { managers, operations } = shortcutsText;
  const assets = assetsLately(actor);
  const groups = await Promise.all([
    may(actor.role, "gaid:read") ? whole(toGaid(q)) : NOTHING,
    settled(
      nav.assets,
      assets.then((read) => searchAssets(read, q)),
    ),
    settled(nav.users, findUsers(actor, q).then(whole)),
    settled(nav.categories, findCategories(actor, q).then(whole)),
    settled(nav.requests, findRequests(actor, q).then(whole)),
    may(actor.role, "manager:read") ? settled(managers, findManagers(actor, q, assets)) : NOTHING,
    may(actor.role, "treasury:read") ? settled(operations, findOperations(actor, q).then(whole)) : NOTHING,
    may(actor.role, "transaction:read")
      ? settled(transactionsText.title, findTransaction(actor, q).then(whole))
      : NOTHING,
  ]);
  const [meant] = groups.flatMap((group) => group.meant ?? []);
  return {
    items: groups.flatMap(({ items }) => items),
    missing: groups.flatMap(({ missing }) => missing),
    ...(meant ? { meant } : {}),
  };
}

const NOTHING: CommandAnswer = { items: [], missing: [] };
const whole = (items: CommandItem[]): CommandAnswer => ({ items, missing: [] });

/** @throws AppError UNAUTHENTICATED alone: the session has ended */
async function settled(group: string, finding: Promise<CommandAnswer>): Promise<CommandAnswer> {
  try {
    return await finding;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "UNAUTHENTICATED") throw error;
    return { items: [], missing: [group] };
  }
}

/** A whole GAID, whether AMP knows it or not: its page says so. */
const toGaid = (text: string): CommandItem[] =>
  isGaid(text) ? [{ id: `g${text}`, label: text, group: nav.gaids, href: routes.gaid(text) }] : [];

async function findUsers(actor: Actor, q: string): Promise<CommandItem[]> {
  const { rows, total } = await listUsers(actor, { q, limit: PER_GROUP, filters: {} });
  const items = rows.map((user) => ({
    id: `u${user.id}`,
    label: user.name,
    hint: user.gaid ?? "",
    group: nav.users,
    href: routes.user(user.id),
  }));
  return [...items, ...allFound("users", q, total)];
}

async function findCategories(actor: Actor, q: string): Promise<CommandItem[]> {
  const words = wordsOf(q);
  const found = (await allCategories(actor)).filter(({ name }) => hasAll(words, [name]));
  const items = found.slice(0, PER_GROUP).map((category) => ({
    id: `c${category.id}`,
    label: category.name,
    group: nav.categories,
    href: routes.category(category.id),
  }));
  return [...items, ...allFound("categories", q, found.length)];
}

const hasAll = (words: string[], texts: string[]): boolean =>
  words.every((word) => texts.some((text) => text.toLowerCase().includes(word)));

/** By wallet, GAID or number; names are sealed. */
async function findRequests(actor: Actor, q: string): Promise<CommandItem[]> {
  const { rows, total } = await listRequests(actor, { q, limit: PER_GROUP, filters: {} });
  const items = rows.map((request) => ({
    id: `r${request.id}`,
    label: shortenMiddle(request.address),
    hint: requestsText.states[request.state],
    group: nav.requests,
    href: routes.request(request.id),
  }));
  return [...items, ...allFound("requests", q, total)];
}

/** By their own names and those of the assets they were granted. */
async function findManagers(
  actor: Actor,
  q: string,
  assets: ReturnType<typeof assetsLately>,
): Promise<CommandAnswer> {
  const words = wordsOf(q);
  const [managers, named] = await Promise.all([managersLately(actor), assets]);
  if (managers === null) return { items: [], missing: [shortcutsText.managers] };
  const names = new Map(named.assets.map(({ assetUuid, name }) => [assetUuid, name]));
  const granted = (uuids: readonly string[]) => uuids.flatMap((uuid) => names.get(uuid) ?? []);
  return whole(
    managers
      .filter((manager) => hasAll(words, [manager.username, ...granted(manager.assets)]))
      .slice(0, PER_GROUP)
      .map(({ id, username }) => ({
        id: `m${id}`,
        label: username,
        group: shortcutsText.managers,
        href: routes.manager(id),
      })),
  );
}

/** By what it is and of which asset, by its own id and by those of all its transactions; open ones first. */
async function findOperations(actor: Actor, search: string): Promise<CommandItem[]> {
  const found = await listOperations(actor.workspaceId, {
    ...{ search, openFirst: true, limit: PER_GROUP },
    called: OPERATION_KINDS.map((kind) => [kind, operationsText.of(kind, "{}")]),
  });
  return found.map((operation) => ({
    id: `o${operation.id}`,
    label: operationsText.of(operation.kind, operation.intent.assetName),
    hint: operationsText.states[operation.state],
    group: shortcutsText.operations,
    href: routes.operation(operation),
  }));
}
