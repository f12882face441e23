import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { parseFile } from "@/lib/domain/csv";
import { speech } from "@/lib/messages/catalogue";
import * as german from "@/lib/messages/de";
import { userImportText } from "@/lib/messages/user-import";
import { findActor } from "@/server/auth/store";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { inLanguage } from "@/server/platform/stored-words";
import { runDueUserJobs } from "@/server/register/runner";
import { signIn as enterAmp, newGaid } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { exportList } from "./exports";
import { signIn } from "./sign-in";
import { checkImport } from "./user-import";
import { readUserJob } from "./user-jobs";

let sandbox: TestSandbox;
let desk: TestDesk;
let issuer: Actor;
let manager: Actor;

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: "small" });
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  issuer = await atDesk("issuer");
  manager = await atDesk("manager");
  const amp = await enterAmp(sandbox, "issuer");
  const category = (await amp.post("/categories/add", { name: "EU; retail | professional" })).body.id;
  const [{ id: user }] = (await amp.get("/registered_users/")).body;
  await amp.put(`/categories/${category}/registered_users/${user}/add`);
});
afterAll(async () => {
  speech.dictionaries = {};
  await desk?.close();
  await sandbox?.stop();
});

async function atDesk(username: "issuer" | "manager"): Promise<Actor> {
  const account = { username, password: `${username}-password` };
  const actor = await findActor(await signIn({ environment: "sandbox", method: "password", ...account }));
  if (!actor) throw new Error("Nobody is signed in.");
  return actor;
}

async function registerOf(actor: Actor): Promise<string> {
  let text = "";
  for await (const chunk of (await exportList(actor, "users", { format: "csv" })).chunks) text += chunk;
  return text;
}

/** What an import of the text would do, once AMP was asked about its GAIDs. */
async function planned(actor: Actor, text: string) {
  const { jobId } = await checkImport(actor, { intentId: randomUUID(), text, fileName: "register.csv" });
  await runDueUserJobs();
  return readUserJob(actor, jobId, { limit: 200, filters: {} });
}

it.each(["issuer", "manager"] as const)(
  "the register's file as the %s saves it changes nothing",
  async (who) => {
    const actor = who === "issuer" ? issuer : manager;
    const text = await registerOf(actor);
    const { rows } = parseFile(text);
    expect(rows.length).toBeGreaterThan(5);
    expect(text).toContain("EU; retail | professional");
    const job = await planned(actor, text);
    expect(job.counts).toMatchObject({ same: rows.length - 1, refused: 0, queued: 0 });
    expect(job.rows.rows.filter(({ problem, steps }) => problem !== null || steps.length > 0)).toEqual([]);
  },
);

it("changes what was changed in it, as a spreadsheet saves it, and says who stays where", async () => {
  const { rows } = parseFile(await registerOf(issuer));
  const [head = [], ...users] = rows;
  const at = (column: string) => head.indexOf(column);
  const member = users.find((cells) => /^\d+$/.test(cells[at("category_ids")] ?? "")) ?? [];
  const names = member[at("categories")] ?? "";
  const gaid = await newGaid(sandbox);
  const changed = member.map((cell, place) => {
    if (place === at("name")) return "Renamed in a spreadsheet";
    if (place === at("gaid")) return gaid;
    return place === at("category_ids") || place === at("categories") ? "" : cell;
  });
  const text = [head, changed].map((cells) => cells.join(";")).join("\n");
  const job = await planned(issuer, text);
  expect(job.rows.rows).toMatchObject([
    {
      ...{ state: "queued", userId: Number(member[at("id")]), name: "Renamed in a spreadsheet" },
      steps: [
        { kind: "rename", name: "Renamed in a spreadsheet" },
        { kind: "add-gaid", gaid },
      ],
      problem: userImportText.row.staysIn(names),
    },
  ]);
});

it("is refused whole where it is of another environment, in whatever language it was saved", async () => {
  speech.dictionaries = { de: german };
  const inGerman = await inLanguage("de", () => registerOf(issuer));
  expect(inGerman).toContain("# Umgebung,sandbox");
  const texts = [await registerOf(issuer), inGerman];
  for (const text of texts) {
    const other = text.replace(/^(# (?:Environment|Umgebung)),sandbox/m, "$1,testnet");
    await expect(
      checkImport(issuer, { intentId: randomUUID(), text: other, fileName: null }),
    ).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fields: { text: [userImportText.file.otherEnvironment("testnet", "sandbox")] },
    });
  }
});
