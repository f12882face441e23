import { LIMITS_KB, weighAll } from "@/server/bin/launch/page-weight.mjs";
import { OF_MANAGERS, placesOf } from "./fixtures/places";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, signIn, test } from "./fixtures/test";

test("no page loads more scripts than it may", async ({ page, context, baseURL }) => {
  const urlOf = (path: string) => new URL(path, baseURL).href;
  const outside = [
    await weighAll(context, urlOf, ["/sign-in"], { limitKb: LIMITS_KB.signIn }),
    await weighAll(context, urlOf, ["/invest"]),
  ];
  await enter(page);
  const assets = await sandbox.amp<{ asset_uuid: string; name: string }[]>("/assets/");
  const uuid = assets.find(({ name }) => name === "Alpine Growth Fund I")?.asset_uuid ?? "";
  const { places, missing, elsewhere } = await placesOf(page, uuid);
  const issuers = await weighAll(context, urlOf, places);
  await context.clearCookies();
  await signIn(page, "manager");
  const all = [...outside, issuers, await weighAll(context, urlOf, OF_MANAGERS)];
  for (const description of all.flatMap(({ lines }) => lines))
    test.info().annotations.push({ type: "weight", description });
  for (const description of elsewhere) test.info().annotations.push({ type: "not weighed", description });
  expect(missing).toEqual([]);
  expect(all.flatMap(({ heavy }) => heavy)).toEqual([]);
});
