import type { Actor } from "@/lib/domain/actor";
import { findActor } from "@/server/auth/store";
import { openTestDesk, sandboxEnv } from "@/server/db/testing";
import type { Wire } from "@/server/platform/testing";
import { type AmpCaller, signIn as enterAmp, issue, newGaid } from "@/server/sandbox/amp/testing";
import type { SeedName } from "@/server/sandbox/seeds";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { startPreview } from "./preview";
import { signIn } from "./sign-in";
import type { Known } from "./testing-targets";
import { watchCalls } from "./testing-visits";

/** A desk and its AMP with everybody signed in who can be. */
export interface RolesWorld {
  sandbox: TestSandbox;
  issuer: Actor;
  known: Known;
  /** An asset that the manager was granted, and one that nobody was. */
  uuids: { granted: string; other: string };
  /** The secrets of the sessions. */
  sessions: Record<SignedIn, string>;
  close(): Promise<void>;
}

/** `ungranted`: another manager, without an asset; `preview`: the issuer who looks at the desk as the manager. */
export type SignedIn = "issuer" | "manager" | "ungranted" | "preview";

export const enter = (username: "issuer" | "manager" | "ungranted") =>
  signIn({ environment: "sandbox", method: "password", username, password: `${username}-password` });

/** @param seed what the world holds besides one of everything */
export async function openRolesWorld(seed: SeedName = "empty"): Promise<RolesWorld> {
  const sandbox = await startTestSandbox({ seed });
  const desk = await openTestDesk({
    ...sandboxEnv(sandbox.url),
    SANDBOX_CONTROL_URL: `${sandbox.url}/control`,
  });
  const { known, uuids } = await fill(sandbox);
  const sessions = {
    issuer: await enter("issuer"),
    manager: await enter("manager"),
    ungranted: await enter("ungranted"),
    preview: await enter("issuer"),
  };
  const actorOf = async (secret: string) => (await findActor(secret)) as Actor;
  await startPreview(await actorOf(sessions.preview), sessions.preview, known.manager);
  const stopWatching = watchCalls(sandbox.url);
  const close = async () => {
    stopWatching();
    await desk.close();
    await sandbox.stop();
  };
  return { sandbox, issuer: await actorOf(sessions.issuer), known, uuids, sessions, close };
}

/** Two assets, one of them granted to one of two managers, and one of everything else. */
async function fill(sandbox: TestSandbox): Promise<Pick<RolesWorld, "known" | "uuids">> {
  const amp = await enterAmp(sandbox, "issuer");
  const [manager] = (await amp.get("/managers")).body;
  const [seeded] = (await amp.get("/assets/")).body;
  const granted = (seeded ?? (await issue(sandbox, amp, { name: "Asset granted" }))).asset_uuid;
  const other = (await issue(sandbox, amp, { name: "Asset other" })).asset_uuid;
  await sandbox.world.write(({ ledger }) => ledger.mine(3));
  await amp.put(`/managers/${manager.id}/assets/${granted}/add`);
  const account = { username: "ungranted", password: "ungranted-password" };
  const ungranted = await amp.post("/managers/create", account);
  await amp.put(`/managers/${ungranted.body.id}/unlock`);
  const txs = await amp.get(`/assets/${granted}/txs`);
  const someone = await someoneOf(sandbox, amp);
  return { uuids: { granted, other }, known: { ...someone, txid: txs.body[0].txid, manager: manager.id } };
}

/** A registered user with a wallet and a category: of the seed, where it has one. */
async function someoneOf(
  sandbox: TestSandbox,
  amp: AmpCaller,
): Promise<Pick<Known, "gaid" | "user" | "category">> {
  const users: Wire[] = (await amp.get("/registered_users/")).body;
  const member = users.find(({ GAID, categories }) => GAID && categories.length > 0);
  if (member) return { gaid: member.GAID, user: member.id, category: member.categories[0] };
  const gaid = await newGaid(sandbox);
  const category = await amp.post("/categories/add", { name: "KYC", description: "" });
  const user = await amp.post("/registered_users/add", { name: "Ada", GAID: gaid, is_company: false });
  return { gaid, user: user.body.id, category: category.body.id };
}
