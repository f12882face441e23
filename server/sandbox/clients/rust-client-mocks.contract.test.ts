import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Wire } from "@/server/platform/testing";
import * as models from "./testing-models";
import { rustClient } from "./testing-rust";
import { send } from "./testing-wire";
import { IssuerWorld } from "./testing-world";

/** The third-party Rust client: where its mocks are wrong. */

let world: IssuerWorld;
const { raw, call, rpc } = rustClient(() => world);

beforeAll(async () => {
  world = await IssuerWorld.open();
});
afterAll(() => world?.stop());

const any = z.unknown();

describe("where its mocks are wrong, the sandbox", () => {
  let other: Wire;

  beforeAll(async () => {
    other = await world.asset();
  });

  const path = (rest: string) => `/assets/${other.asset_uuid}${rest}`;

  it("has a flat changelog", async () => {
    const changelog = await call("GET", "/changelog", models.Changelog);
    expect(Object.keys(changelog)).toContain("0.1.13");
  });

  it("answers a balance with an object", async () => {
    expect((await call("GET", path("/balance"), models.Balance)).lost_outputs).toEqual([]);
  });

  it("locks an assignment so that it is not ready", async () => {
    const { id } = await world.user("Rust Locked");
    const assignments = [{ registered_user: id, amount: 9, ready_for_distribution: true }];
    const [made] = await call("POST", path("/assignments/create"), z.array(models.Assignment), {
      assignments,
    });
    const locked = await call("PUT", path(`/assignments/${made?.id}/lock`), models.Assignment);
    expect(locked.ready_for_distribution).toBe(false);
  });

  it("hands out a burn order that the script takes", async () => {
    const order = await call("POST", path("/burn-request"), z.record(z.string(), any), { amount: 1 });
    expect(order).toMatchObject({ command: "burn", min_supported_client_script_version: 2 });
    expect(order.base_url).toBe(`${world.api}/{}`);
  });

  it("is an Elements node by name", async () => {
    expect((await rpc("getnetworkinfo")).subversion).toMatch(/Elements Core/);
  });

  it("has none of the paths that never were", async () => {
    const user = (await world.user("Rust Paths")).id;
    const paths: [string, string, unknown?][] = [
      ["POST", "/user/refresh_token"],
      ["POST", "/user/change_password", { password: "irrelevant-1" }],
      ["POST", "/tx/broadcast", "0200"],
      ["GET", `/tx/broadcast/${"ab".repeat(32)}`],
      ["PUT", `/registered_users/${user}/categories/add`, { categories: [1] }],
      ["GET", path(`/distributions/${other.asset_uuid}/status`)],
      ["GET", "/asset_groups"],
    ];
    for (const [method, url, json] of paths) {
      expect([method, url, (await raw(method, url, json)).status]).toEqual([method, url, 404]);
    }
    // it falls back to a fresh login, whose token is the one it has
    const credentials = { username: "issuer", password: "issuer-password" };
    const { token } = await call("POST", "/user/obtain_token", z.object({ token: z.string() }), credentials);
    expect(token).toBe(world.issuer.token);
  });

  it("pays no heed to page parameters in the body of a GET", async () => {
    const headers = { authorization: `token ${world.issuer.token}`, "content-type": "application/json" };
    const sent = { start: 100, count: 1, sortorder: "desc" };
    const url = `${world.api}${path("/txs")}`;
    const { status, text } = await send({ method: "GET", url, headers, body: JSON.stringify(sent) });
    expect([status, JSON.parse(text)]).toEqual([200, await call("GET", path("/txs"), any)]);
    expect(await call("GET", path("/txs?start=100"), any)).toEqual([]);
  });

  it("takes the height of ownerships from the query and from the path", async () => {
    const [{ blockheight: height }] = (await call("GET", path("/txs"), z.array(models.AssetTx))) as [Wire];
    const byPath = await call("GET", path(`/ownerships/${height}`), z.array(models.Ownership));
    expect(byPath).toEqual(await call("GET", path(`/ownerships?height=${height}`), any));
    expect(byPath).toMatchObject([{ amount: 10_000_000 }]);
    expect(await call("GET", path(`/ownerships/${height - 1}`), any)).toEqual([]);
  });

  it("refreshes the token with POST as with GET, the older one being worth nothing then", async () => {
    const headers = { authorization: `token ${world.issuer.token}` };
    const answer = await send({ method: "POST", url: `${world.api}/user/refresh-token`, headers });
    const { token } = JSON.parse(answer.text);
    expect(token).not.toBe(world.issuer.token);
    expect((await raw("GET", "/assets")).status).toBe(401);
  });
});
