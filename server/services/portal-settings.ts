import { getAddress, isAddress } from "viem";
import type { Actor } from "@/lib/domain/actor";
import { type PortalSettings, type PortalSettingsView, SLUG } from "@/lib/domain/requests";
import { refuse } from "@/lib/errors";
import { portalSettingsText } from "@/lib/messages/portal-settings";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { findLink, saveLink } from "@/server/requests/link-store";
import { categoryChoices } from "./categories";

const { errors } = portalSettingsText;
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
 * AMP: GET /managers
 * @throws AppError INVALID_INPUT under the field that is wrong
 */
export async function savePortalSettings(actor: Actor, input: PortalSettings): Promise<void> {
  await authorize(actor, "portal:settings");
  const { categories, managers } = await readPortalSettings(actor);
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
  await audited(actor, { action: "portal.settings-saved", detail }, async () => {
    const isSaved = await saveLink({ ...settings, workspaceId: actor.workspaceId });
    refuse("slug", !isSaved, errors.slugTaken);
  });
}

/** A wrong letter shows in an address with capitals: their pattern is its checksum. */
function checkedAddress(text: string): string {
  refuse("issuerAddress", !isAddress(text, { strict: false }), errors.issuerAddress);
  refuse("issuerAddress", !isAddress(text), errors.issuerChecksum);
  return getAddress(text);
}
