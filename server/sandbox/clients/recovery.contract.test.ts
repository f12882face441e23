import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseUnits } from "@/lib/domain/units";
import type { Wire } from "@/server/platform/testing";
import type { RunOptions, TransactionClient } from "./testing-client";
import { loads } from "./testing-python";
import { IssuerWorld } from "./testing-world";

/** The official script, stopped at every place at which it can be, and its run afterwards. */

let world: IssuerWorld;
let asset: Wire;
let user: { id: number };

beforeAll(async () => {
  world = await IssuerWorld.open();
  user = await world.user("Alice Ames");
  asset = await world.asset({ amount: 100_000_000 });
});
afterAll(() => world?.stop());

class Killed extends Error {}
const SATS = 40;
/** Of an amount as the node or the script writes it. */
const sats = (amount: unknown) => parseUnits(String(amount), 8) ?? 0n;

/** The three sub-commands that broadcast, in the same words. */
interface Command {
  endpoint: string;
  rpc: string;
  file(): Promise<string>;
  run(client: TransactionClient, file: string, options?: RunOptions): Promise<string>;
  /** What an issuer finds in the wallet when the script died without a word. */
  find(file: string): Promise<string>;
  /** The figure of the summary that has to grow, once. */
  figure: "distributed" | "reissued" | "burned";
}

const commands: Record<string, Command> = {
  distribute: {
    endpoint: "confirmDistribution",
    rpc: "sendmany",
    file: () => world.distributionFile(asset, user, SATS - 1, 1),
    run: (client, file, options) => client.distribute(file, options),
    find: findDistribution,
    figure: "distributed",
  },
  reissue: {
    endpoint: "confirmReissuance",
    rpc: "reissueasset",
    file: () => world.reissueFile(asset, SATS),
    run: (client, file, options) => client.reissue(file, options),
    find: findReissuance,
    figure: "reissued",
  },
  burn: {
    endpoint: "confirmBurn",
    rpc: "destroyamount",
    file: () => world.burnFile(asset, SATS),
    run: (client, file, options) => client.burn(file, options),
    find: findBurn,
    figure: "burned",
  },
};

/** Orders name confidential addresses, the wallet's history the other form. */
async function findDistribution(file: string): Promise<string> {
  const plain = await Promise.all(
    Object.keys(loads(file).map_address_amount).map(
      async (address) => (await world.node("validateaddress", address)).unconfidential,
    ),
  );
  const history: Wire[] = await world.node("listtransactions", "*", 20);
  const found = history.find(({ category, address }) => category === "send" && plain.includes(address));
  return found.txid;
}

async function findReissuance(): Promise<string> {
  const { body: confirmed } = await world.issuer.get(`/assets/${asset.asset_uuid}/reissuances`);
  const known: Wire[] = await world.node("listissuances", asset.asset_id);
  const { txid, vin } = known.find(
    (row) => row.isreissuance && !confirmed.some((one: Wire) => one.txid === row.txid),
  );
  return `${txid}:${vin}`;
}

async function findBurn(file: string): Promise<string> {
  const { asset_id: assetId, amount } = loads(file);
  const history: Wire[] = await world.node("listtransactions", "*", 20);
  return history
    .filter((row) => row.category === "send" && row.asset === assetId && sats(row.amount) === -sats(amount))
    .at(-1).txid;
}

const dying = () =>
  world.client({
    sleep: async (seconds) => {
      if (seconds === 15) throw new Killed();
    },
  });

/** The runs must move the figure by the order's amount, once, and leave nothing lost. */
async function settlesOnce(command: Command, runs: (file: string) => Promise<string>) {
  const before = await world.books(asset);
  const file = await command.file();
  await runs(file);
  const change = { distribute: 0, reissue: SATS, burn: -SATS }[String(loads(file).command)] ?? 0;
  const after = { ...before, [command.figure]: before[command.figure] + SATS, owned: before.owned + change };
  expect(await world.books(asset)).toEqual(after);
}

describe.each(Object.entries(commands))("%s", (_, command) => {
  it("recovers when it died after the broadcast: found in the wallet, refused while unconfirmed", async () => {
    await settlesOnce(command, async (file) => {
      await expect(command.run(dying(), file)).rejects.toThrow(Killed);
      const useExisting = await command.find(file);
      for (let blocks = 0; blocks < 2; blocks++) {
        await expect(command.run(world.client(), file, { useExisting })).rejects.toThrow("AMP answered 400");
        await world.mine(1);
      }
      return command.run(world.client(), file, { useExisting });
    });
  });

  it("recovers when it gave up waiting, once the blocks are there", async () => {
    await settlesOnce(command, async (file) => {
      const impatient = world.client({ sleep: async () => {}, rounds: 2 });
      await expect(command.run(impatient, file)).rejects.toThrow("not confirmed in time");
      await world.mine(2);
      return command.run(world.client(), file, { useExisting: await command.find(file) });
    });
  });

  it("recovers from every way in which its confirm is not answered, and counts once", async () => {
    await settlesOnce(command, async (file) => {
      const ways = [
        { kind: "server_error" },
        { kind: "unauthorized" },
        { kind: "drop" },
        { kind: "bad_gateway", effect: "done" },
        { kind: "drop", effect: "done" },
      ];
      let options: RunOptions = {};
      for (const way of ways) {
        const order = { surface: "amp", target: command.endpoint, remaining: 1, ...way };
        await world.control.do("/faults", order);
        await expect(command.run(world.client(), file, options)).rejects.toThrow(
          way.kind === "drop" ? /socket hang up|ECONNRESET/ : "Run again with --use-existing",
        );
        options = { useExisting: options.useExisting ?? (await command.find(file)) };
      }
      return command.run(world.client(), file, options);
    });
  });

  it("runs the same file again when the node had refused, without anything on the chain", async () => {
    await settlesOnce(command, async (file) => {
      const coins: Wire[] = await world.node("listunspent");
      const lbtc = coins.filter((coin) => coin.asset !== asset.asset_id && sats(coin.amount) > 1_000n);
      const places = lbtc.map(({ txid, vout }) => ({ txid, vout }));
      await world.node("lockunspent", false, places);
      await expect(command.run(world.client(), file)).rejects.toThrow(`${command.rpc}: `);
      await world.node("lockunspent", true, places);
      expect((await world.books(asset)).lost).toEqual([]);
      return command.run(world.client(), file);
    });
  });
});

describe("the official script, used wrongly or stopped elsewhere", () => {
  it("gives up after forty looks, fifteen seconds apart", async () => {
    const slept: number[] = [];
    const sleep = async (seconds: number) => {
      slept.push(seconds);
    };
    const file = await world.burnFile(asset, 1);
    await expect(world.client({ sleep }).burn(file)).rejects.toThrow("not confirmed in time");
    expect(slept).toEqual([60, ...Array(40).fill(15)]);
    await world.mine(2);
    await world.client().burn(file, { useExisting: await findBurn(file) });
  });

  const lostOf = async ({ asset_uuid: uuid }: Wire) =>
    (await world.issuer.get(`/assets/${uuid}/balance`)).body.lost_outputs;

  it("pays twice when it is run again without --use-existing; what the second payment took is lost", async () => {
    const own = await world.asset({ tokens: 0, amount: 1_000 });
    const file = await world.distributionFile(own, user, 100);
    await expect(dying().distribute(file)).rejects.toThrow(Killed);
    const first = await findDistribution(file);
    await expect(world.client().distribute(file)).rejects.toThrow("Run again with --use-existing");
    await world.client().distribute(file, { useExisting: first });
    const [{ txid }] = await lostOf(own);
    expect(txid).toBe(first);
    await expect(world.client().distribute(file, { useExisting: first })).rejects.toThrow("lost outputs");
  });

  it("is stopped by lost outputs after a distribution was cancelled that had been sent", async () => {
    const own = await world.asset({ tokens: 0, amount: 1_000 });
    const file = await world.distributionFile(own, user, 100);
    await expect(dying().distribute(file)).rejects.toThrow(Killed);
    const path = `/assets/${own.asset_uuid}`;
    await world.issuer.delete(`${path}/distributions/${loads(file).distribution_uuid}/cancel`);
    const { body: assignments } = await world.issuer.get(`${path}/assignments`);
    expect(assignments).toMatchObject([{ distribution_uuid: null, is_distributed: false }]);
    expect(await lostOf(own)).toHaveLength(1);
    const existing = { useExisting: await findDistribution(file) };
    await expect(world.client().distribute(file, existing)).rejects.toThrow("lost outputs");
  });

  it("confirms two payments of which one spends the other's change, once the older one is confirmed", async () => {
    const own = await world.asset({ tokens: 0, amount: 1_000 });
    const files = [await world.distributionFile(own, user, 100), await world.distributionFile(own, user, 50)];
    const [older = "", younger = ""] = files;
    for (const file of files) await expect(dying().distribute(file)).rejects.toThrow(Killed);
    expect(await lostOf(own)).toEqual([]);
    await world.mine(2);
    const recover = async (file: string) =>
      world.client().distribute(file, { useExisting: await findDistribution(file) });
    await expect(recover(younger)).rejects.toThrow("AMP answered 400");
    await recover(older);
    expect(await lostOf(own)).toEqual([]);
    await recover(younger);
    expect(await world.books(own)).toMatchObject({ distributed: 150, owned: 1_000, lost: [] });
  });

  it("is refused with a transaction that is not what the order asked for", async () => {
    const burn = await world.client().burn(await world.burnFile(asset, 1));
    const file = await world.distributionFile(asset, user, 3);
    const others = [burn, asset.txid, "ab".repeat(32)];
    for (const useExisting of others) {
      await expect(world.client().distribute(file, { useExisting })).rejects.toThrow(/AMP answered 400|-5/);
    }
    const payment = await world.client().distribute(file);
    const burning = world.client().burn(await world.burnFile(asset, 3), { useExisting: payment });
    await expect(burning).rejects.toThrow("AMP answered 400");
    const reissue = await world.reissueFile(asset, 3);
    const [txid] = (await world.client().reissue(reissue)).split(":");
    const wrongInput = world.client().reissue(reissue, { useExisting: `${txid}:9` });
    await expect(wrongInput).rejects.toThrow("The wallet knows no such reissuance.");
  });

  it("keeps the blinders it had handed in when it was stopped between two", async () => {
    const own = await world.asset();
    const unknown = async () => {
      const [issuance] = (await world.issuer.get(`/assets/${own.asset_uuid}/txs`)).body;
      return issuance.outputs.filter((output: Wire) => /^0+$/.test(output.asset_blinder)).length;
    };
    const order = { surface: "amp", target: "updateBlinders", kind: "server_error", skip: 1, remaining: 1 };
    await world.control.do("/faults", order);
    const run = () => world.client().updateBlinders(own.asset_uuid, `${world.api}/{}`);
    await expect(run()).rejects.toThrow("The blinders were not taken.");
    expect(await unknown()).toBe(1);
    await run();
    expect(await unknown()).toBe(0);
  });
});
