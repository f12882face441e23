import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type EndpointName, endpointList } from "@/lib/contracts/amp/endpoints";
import { eachProperty, type JsonSchema } from "@/lib/json-schema";
import { ampDocument } from "./amp-document";
import { endpointExamples } from "./examples/endpoints";
import { complaintsAbout, danglingReferences, exampleChecker, examplesOf, type Json } from "./testing";
import { describedNames, textOf } from "./texts/endpoints";
import { specificFields } from "./texts/fields";

const document: Json = ampDocument();
const schemas: Record<string, JsonSchema> = document.components.schemas;
const examples = examplesOf(document);
const problemOf = exampleChecker(document);

describe("the description of AMP", () => {
  it("is a valid OpenAPI 3.1 document without a reference to nowhere", async () => {
    expect(await complaintsAbout(document)).toEqual([]);
    expect(danglingReferences(document)).toEqual([]);
  });

  it("has all 78 endpoints with their own words, and words for no other", () => {
    const operations = Object.values<Json>(document.paths).flatMap((path) => Object.values<Json>(path));
    expect(operations).toHaveLength(78);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(78);
    expect([...describedNames].sort()).toEqual(endpointList.map(({ name }) => name).sort());
    const summaries = endpointList.map(({ name }) => textOf(name as EndpointName).summary);
    expect(new Set(summaries).size).toBe(78);
    expect(summaries.filter((summary) => /\.$|^.{61}/.test(summary))).toEqual([]);
  });

  it("says of every field what it means, and of no field that is not there", () => {
    const silent: string[] = [];
    const paths = new Set<string>();
    for (const [name, schema] of Object.entries(schemas))
      eachProperty(schema, (path, property) => {
        paths.add(`${name}.${path}`);
        if (!property.description) silent.push(`${name}.${path}`);
      });
    expect(silent).toEqual([]);
    const left = specificFields
      .map(({ schema, path }) => `${schema}.${path}`)
      .filter((key) => !paths.has(key));
    expect(left).toEqual([]);
  });

  it("shows an example of each body and of each answer that can be read", () => {
    const missing = endpointList.flatMap(({ name, body, returns, mayReturn }) => {
      const { body: sent, answer } = endpointExamples[name as EndpointName];
      return [body && sent === undefined, (returns ?? mayReturn) && answer === undefined].some(Boolean)
        ? [name]
        : [];
    });
    expect(missing).toEqual([]);
    expect(examples.length).toBeGreaterThan(150);
  });

  it("keeps every example to its schema", () => {
    const problems = examples.flatMap((example) => {
      const problem = problemOf(example);
      return problem ? [`${example.where}: ${problem}`] : [];
    });
    expect(problems).toEqual([]);
  });

  it("has examples that the contract's own shapes read", () => {
    for (const { name, body, ...endpoint } of endpointList) {
      const returns = endpoint.returns ?? endpoint.mayReturn;
      const { body: sent, answer, alsoAnswers = {} } = endpointExamples[name as EndpointName];
      if (body) expect(z.safeDecode(body, sent as never).error, `${name} body`).toBeUndefined();
      if (!returns) continue;
      for (const value of [answer, ...Object.values(alsoAnswers)])
        expect(z.safeDecode(returns, value as never).error, `${name} answer`).toBeUndefined();
    }
  });

  it("refuses in its schemas what AMP refuses", () => {
    const request = { schema: { $ref: "#/components/schemas/IssueRequest" }, where: "" };
    const right = endpointExamples.issueAsset.body as object;
    for (const wrong of [{ amount: 0 }, { amount: 1.5 }, { precision: 9 }, { name: "Bond" }, { ticker: "A" }])
      expect(problemOf({ ...request, value: { ...right, ...wrong } })).not.toBeNull();
    const { name: _, ...nameless } = right as { name: string };
    expect(problemOf({ ...request, value: nameless })).toMatch(/name/);
  });

  it("marks older names as deprecated and GETs with an effect", () => {
    expect(schemas.Activity?.properties?.investor).toMatchObject({ deprecated: true });
    expect(schemas.Category?.properties?.investors).toMatchObject({ type: "array", deprecated: true });
    const effects = Object.entries<Json>(document.paths)
      .filter(([, { get }]) => get?.["x-changes-state"])
      .map(([path]) => path);
    expect(effects.sort()).toEqual([
      "/assets/{assetUuid}/distributions/create/",
      "/assets/{assetUuid}/register",
      "/assets/{assetUuid}/register-authorized",
      "/gaids/{gaid}/address",
      "/user/refresh-token",
    ]);
  });

  it("asks for the token everywhere but where AMP does not", () => {
    const open = Object.values<Json>(document.paths)
      .flatMap((path) => Object.values<Json>(path))
      .filter(({ security }) => security?.length === 0);
    expect(open.map(({ operationId }) => operationId).sort()).toEqual(["getInfo", "obtainToken"]);
    expect(document.components.securitySchemes.token).toMatchObject({ in: "header", name: "Authorization" });
  });
});
