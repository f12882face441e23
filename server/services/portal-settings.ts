import { getAddress, isAddress } from "viem";
import type { Actor } from "@/lib/domain/actor";
import { overtaken } from "@/lib/domain/overtaken";
import { type PortalSettings, type PortalSettingsView, SLUG } from "@/lib/domain/requests";
import { AppError, refuse } from "@/lib/errors";
import { overtakenText } from "@/lib/messages/overtaken";
import { portalSettingsText } from "@/lib/messages/portal-settings";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { findLink, linkSavedAt, saveLink } from "@/server/requests/link-store";
import { categoryChoices } from "./categories";

const text = portalSettingsText;
const { errors } = text;
const MAX_CHAINS = 20;

/** The issuer's portal settings with what can be chosen. AMP: GET /managers, and the desk's copy of GET /categories */
export async function readPortalSettings(actor: Actor): Promise<PortalSettingsView> {
  await authorize(actor, "portal:settings");
  const amp = await ampAs(actor);
  const [stored, categories, managers] = await Promise.all([
    findLink({ workspaceId: actor.workspaceId }),
    categoryChoices(actor),
    amp.call("listManagers"),
  ]);
  const names = managers.map(({ username }) => username).sort((a, b) => a.localeCompare(b, "en"));
  if (!stored) return { settings: null, categories, managers: names };
  const { workspaceId: _workspace, environment: _environment, ...settings } = stored;
  return { settings, categories, managers: names };
}

/**
 * Replaces them whole, unless others than `shown` are saved by now: what was taken from a manager is not given back by a page
 * that was opened before. AMP: GET /managers
 * @returns the settings as they are kept
 * @throws AppError INVALID_INPUT under the field that is wrong, CONFLICT with what was changed
 */
export async function savePortalSettings(
  actor: Actor,
  { shown, ...input }: PortalSettings & { shown: PortalSettings | null },
): Promise<{ settings: PortalSettings }> {
  await authorize(actor, "portal:settings");
  const seenAt = await linkSavedAt(actor.workspaceId);
  const { settings: present, categories, managers } = await readPortalSettings(actor);
  const settings = { ...input, issuerAddress: checkedAddress(input.issuerAddress) };
  refuse("slug", !SLUG.test(input.slug), errors.slug);
  refuse("slug", input.slug.length < 3 || input.slug.length > 40, errors.slug);
  const isChain = (id: number) => Number.isSafeInteger(id) && id > 0;
  refuse("chainIds", !input.chainIds.every(isChain) || input.chainIds.length > MAX_CHAINS, errors.chainIds);
  refuse(
    "categoryIds",
    !input.categoryIds.every((id) => categories.some((one) => one.id === id)),
    errors.category,
  );
  refuse("managers", !input.managers.every((name) => managers.includes(name)), errors.manager);
  const detail = { isOpen: input.isOpen, slug: input.slug, managers: input.managers.length };
  return audited(actor, { action: "portal.settings-saved", detail }, async () => {
    const changed = overtaken(shown, present);
    // The same ones again come after an answer that was lost.
    if (changed.length > 0 && overtaken(present, settings).length > 0) throw conflict(changed);
    const saved = await saveLink({ ...settings, workspaceId: actor.workspaceId }, seenAt);
    refuse("slug", saved === "taken", errors.slugTaken);
    if (saved === "overtaken") throw conflict([]);
    return { settings };
  });
}

const conflict = (changed: (keyof PortalSettings)[]) =>
  new AppError(
    "CONFLICT",
    overtakenText.settings(
      changed.map((field) => (field === "categoryIds" ? text.categories : text[field])).join(", ") ||
        text.title,
    ),
  );

/** A wrong letter shows in an address with capitals: their pattern is its checksum. */
function checkedAddress(text: string): string {
  refuse("issuerAddress", !isAddress(text, { strict: false }), errors.issuerAddress);
  refuse("issuerAddress", !isAddress(text), errors.issuerChecksum);
  return getAddress(text);
}
