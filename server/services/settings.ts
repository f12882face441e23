import type { Actor } from "@/lib/domain/actor";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";

/** AMP's version and its changelog, newest first. AMP: GET /info, GET /changelog */
export async function readAmpInfo(actor: Actor) {
  await authorize(actor, "settings:read");
  const amp = await ampAs(actor);
  const [info, changelog] = await Promise.all([amp.call("getInfo"), amp.call("getChangelog")]);
  // AMP's keys stand in no numeric order, and "0.1.9" sorts after "0.1.13" as text.
  const versions = Object.entries(changelog)
    .sort(([a], [b]) => b.localeCompare(a, "en", { numeric: true }))
    .map(([version, text]) => ({ version, lines: text.split("\n").filter((line) => line.trim() !== "") }));
  return { version: info.version, notes: info.notes ?? null, versions };
}
