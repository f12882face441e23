import { headers } from "next/headers";
import { NotFoundNotice } from "@/components/shell/not-found-notice";
import { ButtonLink } from "@/components/ui/button";
import { askIssuerText as text } from "@/lib/messages/ask-issuer";
import { routes } from "@/lib/routes";
import { currentActor } from "@/server/auth/actor";
import { Missing } from "../missing";

/** A manager meets it where an asset was not granted, and is told how to ask for it. */
export default async function AssetNotFound() {
  const [actor, sent] = await Promise.all([currentActor(), headers()]);
  const [, assetUuid] = /^\/assets\/([\da-f-]{36})/.exec(sent.get("x-ampdesk-path") ?? "") ?? [];
  if (actor?.role !== "manager" || !assetUuid) return <Missing kinds={["asset"]} />;
  return (
    <NotFoundNotice>
      <p className="text-muted-foreground text-sm">{text.missing}</p>
      <ButtonLink href={routes.askForAsset(assetUuid)}>{text.openFor.asset}</ButtonLink>
    </NotFoundNotice>
  );
}
