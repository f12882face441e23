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
import { listOperations } from "@/server/treasury/store";
import { readableAssets } from "./assets";
import { allCategories } from "./categories";
import { listManagers } from "./managers";
import { listRequests } from "./requests";
import { findTransaction } from "./transaction-search";
import { listUsers } from "./users";

const PER_GROUP = 6;
const { nav } = shellText;

type Has = (...texts: (string | null | undefined)[]) => boolean;

/** Jump targets for the command palette, of what this person may see. What cannot be read hides nothing else. */
export async function search(actor: Actor, q: string): Promise<CommandAnswer> {
  const needle = q.trim().toLowerCase();
  if (needle === "") return { items: [], missing: [] };
  const has: Has = (...texts) => texts.some((text) => text?.toLowerCase().includes(needle));
  const { managers, operations } = shortcutsText;
  const groups = await Promise.all([
    may(actor.role, "gaid:read") ? whole(toGaid(q.trim())) : NOTHING,
    settled(nav.assets, findAssets(actor, has)),
    settled(nav.users, findUsers(actor, needle).then(whole)),
    settled(nav.categories, findCategories(actor, has).then(whole)),
    settled(nav.requests, findRequests(actor, needle).then(whole)),
    may(actor.role, "manager:read") ? settled(managers, findManagers(actor, needle).then(whole)) : NOTHING,
    may(actor.role, "treasury:read")
      ? settled(operations, findOperations(actor, q.trim()).then(whole))
      : NOTHING,
    may(actor.role, "transaction:read")
      ? settled(transactionsText.title, findTransaction(actor, q).then(whole))
      : NOTHING,
  ]);
  return { items: groups.flatMap(({ items }) => items), missing: groups.flatMap(({ missing }) => missing) };
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

async function findAssets(actor: Actor, has: Has): Promise<CommandAnswer> {
  const { assets, unreadable } = await readableAssets(actor);
  const items = assets
    .filter((asset) => has(asset.name, asset.ticker, asset.assetId, asset.assetUuid))
    .slice(0, PER_GROUP)
    .map((asset) => ({
      id: asset.assetUuid,
      label: asset.name,
      hint: asset.ticker ?? shortenMiddle(asset.assetId),
      group: nav.assets,
      href: routes.asset(asset.assetUuid),
    }));
  return { items, missing: unreadable.length > 0 ? [nav.assets] : [] };
}

async function findUsers(actor: Actor, q: string): Promise<CommandItem[]> {
  const { rows } = await listUsers(actor, { q, limit: PER_GROUP, filters: {} });
  return rows.map((user) => ({
    id: `u${user.id}`,
    label: user.name,
    hint: user.gaid ?? "",
    group: nav.users,
    href: routes.user(user.id),
  }));
}

async function findCategories(actor: Actor, has: Has): Promise<CommandItem[]> {
  return (await allCategories(actor))
    .filter((category) => has(category.name))
    .slice(0, PER_GROUP)
    .map((category) => ({
      id: `c${category.id}`,
      label: category.name,
      group: nav.categories,
      href: routes.category(category.id),
    }));
}

/** By wallet, GAID or number; names are sealed. */
async function findRequests(actor: Actor, q: string): Promise<CommandItem[]> {
  const { rows } = await listRequests(actor, { q, limit: PER_GROUP, filters: {} });
  return rows.map((request) => ({
    id: `r${request.id}`,
    label: shortenMiddle(request.address),
    hint: requestsText.states[request.state],
    group: nav.requests,
    href: routes.request(request.id),
  }));
}

async function findManagers(actor: Actor, q: string): Promise<CommandItem[]> {
  const { rows } = await listManagers(actor, { q, limit: PER_GROUP, filters: {} });
  return rows.map((manager) => ({
    id: `m${manager.id}`,
    label: manager.username,
    group: shortcutsText.managers,
    href: routes.manager(manager.id),
  }));
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
