import { afterAll, beforeAll, expect, it } from "vitest";
import { recoverSigner } from "../ledger/signed-message";
import { loadZkp } from "../ledger/zkp";
import { startTestSandbox, type TestSandbox } from "../testing";
import { createWorld } from "../world";
import { loadAuthorizer } from "./authorizer";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox?.stop());

it("makes one key for a world, however often it is asked and started", async () => {
  const { world } = sandbox;
  const together = await Promise.all([1, 2, 3].map(() => loadAuthorizer(world)));
  const again = await loadAuthorizer(await createWorld(world.env, world.database));
  expect(new Set([...together, again].map(({ address }) => address)).size).toBe(1);
  expect(again.address).toMatch(/^F/);
});

it("signs with the configured key, whose address is that of its network", async () => {
  const authorizerKey = `${"0".repeat(63)}1`;
  const env = { ...sandbox.world.env, authorizerKey };
  const authorizer = await loadAuthorizer({ ...sandbox.world, env });
  const zkp = await loadZkp();
  const signer = recoverSigner(zkp, Buffer.from(authorizer.sign("text"), "base64"), "text");
  expect(signer?.toString("hex")).toBe("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");
  const live = await loadAuthorizer({ ...sandbox.world, env: { ...env, network: "liquid" } });
  expect([authorizer.address[0], live.address[0]]).toEqual(["F", "Q"]);
});
