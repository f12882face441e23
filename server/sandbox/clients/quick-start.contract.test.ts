import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { turn } from "../amp/testing";
import { dumps, loads, requests } from "./testing-python";
import { type Received, send } from "./testing-wire";
import { IssuerWorld } from "./testing-world";

/** The guide's quick start, with the habits that HTTP libraries of five languages have. */

let world: IssuerWorld;

beforeAll(async () => {
  world = await IssuerWorld.open();
  await world.user("Zoë Müller");
  await world.asset({ tokens: 0 });
});
afterAll(() => world?.stop());
afterEach(() => turn(world.sandbox, { redirectSlash: false }));

type Headers = Record<string, string>;

interface Language {
  name: string;
  /** The paths of collections as the sample writes them. */
  slash: "" | "/";
  headers: Headers;
  json: Headers;
  print(value: unknown): string;
  /** Whom it follows to another address, and what it takes along. */
  redirect: "with the header" | "without the header" | "not at all";
}

const languages: Language[] = [
  {
    name: "Python",
    slash: "",
    headers: { "user-agent": "python-requests/2.32.3", accept: "*/*", "accept-encoding": "gzip, deflate" },
    json: { "content-type": "application/json" },
    print: dumps,
    redirect: "with the header",
  },
  {
    name: "Node.js",
    slash: "",
    headers: { accept: "*/*" },
    // a body that is written in pieces has no length
    json: { "content-type": "application/json", "transfer-encoding": "chunked" },
    print: JSON.stringify,
    redirect: "with the header",
  },
  {
    name: "Ruby",
    slash: "",
    headers: {
      "user-agent": "Ruby",
      accept: "*/*",
      "accept-encoding": "gzip;q=1.0,deflate;q=0.6,identity;q=0.3",
    },
    json: { "content-type": "application/json" },
    print: JSON.stringify,
    redirect: "not at all",
  },
  {
    name: "Go",
    slash: "",
    headers: { "user-agent": "Go-http-client/1.1", "accept-encoding": "gzip" },
    json: { "content-type": "application/json" },
    print: JSON.stringify,
    redirect: "with the header",
  },
  {
    name: ".NET",
    slash: "/",
    headers: {},
    json: { "content-type": "application/json; charset=utf-8" },
    print: JSON.stringify,
    redirect: "without the header",
  },
];

const credentials = { username: "issuer", password: "issuer-password" };

async function get({ headers, redirect }: Language, url: string, token?: string): Promise<Received> {
  const authorization: Headers = token === undefined ? {} : { authorization: `token ${token}` };
  const answer = await send({ method: "GET", url, headers: { ...headers, ...authorization } });
  const { location } = answer.headers;
  if (answer.status !== 301 || !location || redirect === "not at all") return answer;
  const kept = redirect === "with the header" ? authorization : {};
  return send({ method: "GET", url: new URL(location, url).href, headers: { ...headers, ...kept } });
}

async function logIn({ headers, json, print }: Language): Promise<string> {
  const answer = await send({
    method: "POST",
    url: `${world.api}/user/obtain_token`,
    headers: { ...headers, ...json },
    body: print(credentials),
  });
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text).token;
}

describe.each(languages)("the $name sample", (language) => {
  const collections = ["assets", "registered_users"];

  it("reads the version without a token and, logged in, the assets and the registered users", async () => {
    const info = await get(language, `${world.api}/info`);
    expect(info.headers["content-type"]).toMatch(/^application\/json/);
    expect(JSON.parse(info.text).version).toMatch(/^\d+\.\d+\.\d+$/);
    const token = await logIn(language);
    const read = async (path: string) => {
      const { status, text } = await get(language, `${world.api}/${path}${language.slash}`, token);
      expect(status).toBe(200);
      return JSON.parse(text);
    };
    const [assets, users] = await Promise.all(collections.map(read));
    expect(assets).toMatchObject([{ name: "Alpine Growth Fund I" }]);
    expect(users).toMatchObject([{ name: "Zoë Müller" }]);
  });

  it(`needs the slash, or not, where paths without it are redirected: it follows ${language.redirect}`, async () => {
    await turn(world.sandbox, { redirectSlash: true });
    const token = await logIn(language);
    for (const path of collections) {
      const url = `${world.api}/${path}`;
      expect((await get(language, `${url}/`, token)).status).toBe(200);
      const statuses = { "with the header": 200, "without the header": 401, "not at all": 301 };
      expect((await get(language, url, token)).status).toBe(statuses[language.redirect]);
    }
    expect((await get(language, `${world.api}/info`)).status).toBe(200);
  });
});

describe("a login", () => {
  const url = () => `${world.api}/user/obtain_token`;

  it("takes a form, and gives the token that the JSON login gives", async () => {
    const [form, json] = [
      await requests("POST", url(), { form: credentials }),
      await requests("POST", url(), { json: credentials }),
    ];
    expect(form.status).toBe(200);
    expect(form.text).toBe(json.text);
    expect(json.json().token).toBe(world.issuer.token);
  });

  it("takes a form whose values need escaping", async () => {
    const password = "p&s=w ö+rd%";
    await world.issuer.post("/managers/create", { username: "Jürgen+Co", password });
    const { body } = await world.issuer.get("/managers");
    const { id } = body.find(({ username }: { username: string }) => username === "Jürgen+Co");
    await world.issuer.put(`/managers/${id}/unlock`);
    const answer = await requests("POST", url(), { form: { username: "Jürgen+Co", password } });
    expect(answer.status).toBe(200);
  });

  it("is answered 400 with words for a wrong password, in both forms", async () => {
    const wrong = { ...credentials, password: "wrong" };
    for (const sent of [{ form: wrong }, { json: wrong }]) {
      const answer = await requests("POST", url(), sent);
      expect(answer.status).toBe(400);
      expect(loads(answer.text).non_field_errors).toEqual(["Unable to log in with provided credentials."]);
    }
  });

  it("is needed with its literal scheme word: other spellings are no credentials", async () => {
    const { token } = world.issuer;
    for (const authorization of [`Token ${token}`, `Bearer ${token}`, `token  ${token}`, `${token}`]) {
      const { status } = await requests("GET", `${world.api}/assets/`, { headers: { authorization } });
      expect([authorization, status]).toEqual([authorization, 401]);
    }
  });
});
