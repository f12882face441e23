import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { findActor } from "@/server/auth/store";
import { addUser, signIn as enterAmp } from "@/server/sandbox/amp/testing";
import { readyAsset } from "@/server/treasury/testing";
import { sharedBench } from "@/server/treasury/testing-bench";
import { exportList } from "./exports";
import { signIn } from "./sign-in";
import { readUser } from "./users";

const bench = sharedBench();

it("whoever is none of the managers is the issuer, where no asset names the issuer yet", async () => {
  const [{ id, username }] = (await bench.amp.get("/managers")).body;
  const asManager = await enterAmp(bench.sandbox, username);
  const byIssuer = await addUser(bench.sandbox, bench.amp, "Before any asset");
  const byManager = await addUser(bench.sandbox, asManager, "By a manager before any asset");
  expect((await readUser(bench.actor, byIssuer.id)).maker).toEqual({ kind: "issuer" });
  expect((await readUser(bench.actor, byManager.id)).maker).toEqual({ kind: "manager", id, username });
});

it("a registered user's page and file say whose account registered the user", async () => {
  await readyAsset(bench, [10]);
  const [{ id, username }] = (await bench.amp.get("/managers")).body;
  const byIssuer = await addUser(bench.sandbox, bench.amp, "Made by the issuer");
  const byManager = await addUser(
    bench.sandbox,
    await enterAmp(bench.sandbox, username),
    "Made by a manager",
  );
  const makerFor = async (actor: Actor, user: { id: number }) => (await readUser(actor, user.id)).maker;
  expect(await makerFor(bench.actor, byIssuer)).toEqual({ kind: "issuer" });
  expect(await makerFor(bench.actor, byManager)).toEqual({ kind: "manager", id, username });
  const account = { username, password: `${username}-password` };
  const manager = await findActor(await signIn({ environment: "sandbox", method: "password", ...account }));
  // AMP lets no manager look up managers.
  expect(await makerFor(manager as Actor, byManager)).toEqual({ kind: "account", id });
  let text = "";
  for await (const part of (await exportList(bench.actor, "users", { format: "json" })).chunks) text += part;
  const rows: { id: number; creator: number }[] = JSON.parse(text).rows;
  expect(rows.find((row) => row.id === byManager.id)?.creator).toBe(id);
});
