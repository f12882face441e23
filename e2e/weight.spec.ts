import { deskPages, LIMITS_KB, weighAll } from "@/server/bin/launch/page-weight.mjs";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test } from "./fixtures/test";

test("no page loads more scripts than it may", async ({ page, context, baseURL }) => {
  const urlOf = (path: string) => new URL(path, baseURL).href;
  const outside = [
    await weighAll(context, urlOf, ["/sign-in"], { limitKb: LIMITS_KB.signIn }),
    await weighAll(context, urlOf, ["/invest"]),
  ];
  await enter(page);
  const [asset] = await sandbox.amp<{ asset_uuid: string }[]>("/assets/");
  const all = [...outside, await weighAll(context, urlOf, deskPages(asset?.asset_uuid ?? ""))];
  for (const description of all.flatMap(({ lines }) => lines))
    test.info().annotations.push({ type: "weight", description });
  expect(all.flatMap(({ heavy }) => heavy)).toEqual([]);
});
