import { randomUUID } from "node:crypto";
import { findActor } from "@/server/auth/store";
import { endPools } from "@/server/db/client";
import { previewDistribution, startDistribution } from "@/server/services/distributions";
import { signIn, signOut } from "@/server/services/sign-in";

/**
 * The person of a benchmark: signs in to the desk as its pages would, approves what the asset has ready when one is
 * named, and signs out. Prints the operation's id and how long preview and approval took.
 */
const [username = "", password = "", assetUuid] = process.argv.slice(2);
const secret = await signIn({ environment: "sandbox", method: "password", username, password });
const actor = await findActor(secret);
if (!actor) throw new Error("The session is not there.");
const begins = performance.now();
const approved = assetUuid === undefined ? {} : await approve(assetUuid);
const ms = performance.now() - begins;
await signOut(actor, secret);
await endPools();
process.stdout.write(`${JSON.stringify({ ...approved, ms })}\n`);

async function approve(assetUuid: string) {
  if (!actor) throw new Error("Nobody is signed in.");
  const { intentHash } = await previewDistribution(actor, assetUuid);
  return startDistribution(actor, { intentId: randomUUID(), assetUuid, intentHash });
}
