import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text as readText } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SNIPPET_LANGUAGES, type SnippetLanguage, snippetsOf } from ".";

/** Everything that one language or another takes for its own. */
const NASTY = [
  "it's",
  'a "quote"',
  "back\\slash\\",
  `\`$${"{x}"}\``,
  "#{x}",
  "'''",
  "JSON",
  "ü €",
  "$AMP_TOKEN",
  "\n",
];
const BODY = `{\n  "amount": 2100000000000000123,\n  "rate": 0.10000000,\n  "texts": ${JSON.stringify(NASTY)}\n}`;

/** Go and C# compile first. */
const TIME_MS = 60_000;

const RUNNERS: Record<SnippetLanguage, { command: string; file: string; args: (file: string) => string[] }> =
  {
    curl: { command: "sh", file: "call.sh", args: (file) => [file] },
    python: { command: "python3", file: "call.py", args: (file) => [file] },
    node: { command: process.execPath, file: "call.mjs", args: (file) => [file] },
    ruby: { command: "ruby", file: "call.rb", args: (file) => [file] },
    csharp: {
      command: "dotnet",
      file: "csharp/Program.cs",
      args: (file) => ["run", "--project", dirname(file)],
    },
    go: { command: "go", file: "call.go", args: (file) => ["run", file] },
  };

const isThere = (command: string) => {
  try {
    execFileSync("sh", ["-c", `command -v "$0"`, command], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const canRun = (language: SnippetLanguage) =>
  isThere(language === "curl" ? "curl" : RUNNERS[language].command);

/** .NET runs projects, not files, before its tenth version: one for the version that is there. */
function writeProject(file: string): void {
  const major = Number.parseInt(execFileSync("dotnet", ["--version"], { encoding: "utf8" }), 10);
  const framework = major < 5 ? "netcoreapp3.1" : `net${major}.0`;
  const properties = `<OutputType>Exe</OutputType><TargetFramework>${framework}</TargetFramework>`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    join(dirname(file), "call.csproj"),
    `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>${properties}</PropertyGroup></Project>`,
  );
}

interface Seen {
  request: Pick<IncomingMessage, "method" | "url" | "headers">;
  body: string;
}
let server: Server;
let base: string;
let folder: string;
let seen: Seen[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "snippets-"));
  server = createServer(async (request, response) => {
    seen.push({ request, body: await readText(request) });
    // Whoever followed it would take the header elsewhere.
    response.writeHead(302, { location: "/elsewhere" }).end("moved");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  seen = [];
});

async function run(language: SnippetLanguage, code: string): Promise<string> {
  const runner = RUNNERS[language];
  const file = join(folder, runner.file);
  if (language === "csharp") writeProject(file);
  writeFileSync(file, code);
  const env = { ...process.env, AMP_TOKEN: "s3cret", no_proxy: "127.0.0.1", NO_PROXY: "127.0.0.1" };
  const { stdout } = await promisify(execFile)(runner.command, runner.args(file), { env });
  return stdout;
}

const codeOf = (language: SnippetLanguage, change: { method?: string; body?: string | null } = {}) => {
  const request = {
    method: "POST",
    url: `${base}/assets/a/memo/set?x=%C3%BC%27`,
    body: BODY,
    warning: "Careful.",
  };
  return snippetsOf({ ...request, ...change }).find((snippet) => snippet.language === language)?.code ?? "";
};

describe.each(SNIPPET_LANGUAGES.filter(canRun))("the snippet in %s", (language) => {
  it(
    "sends exactly the request, with the token of the environment, and follows no redirect",
    async () => {
      const out = await run(language, codeOf(language));
      expect(out).toContain("302");
      expect(seen).toHaveLength(1);
      const [{ request, body }] = seen as [Seen];
      expect(request.method).toBe("POST");
      expect(request.url).toBe("/assets/a/memo/set?x=%C3%BC%27");
      expect(request.headers.authorization).toBe("token s3cret");
      expect(request.headers["content-type"]).toContain("application/json");
      expect(body).toBe(BODY);
    },
    TIME_MS,
  );

  it(
    "sends none where there is none",
    async () => {
      await run(language, codeOf(language, { method: "DELETE", body: null }));
      expect(seen.map(({ request, body }) => [request.method, body])).toEqual([["DELETE", ""]]);
    },
    TIME_MS,
  );
});

describe("every snippet", () => {
  it.each(SNIPPET_LANGUAGES)(
    "in %s names the address and reads the token from the environment",
    (language) => {
      const code = codeOf(language);
      expect(code).toContain("AMP_TOKEN");
      expect(code).toContain("/assets/a/memo/set");
      expect(code).toContain("2100000000000000123");
      expect(code).toContain("Careful.");
    },
  );

  it("is run at least in Node.js", () => expect(SNIPPET_LANGUAGES.filter(canRun)).toContain("node"));

  it("has the body in C# as verbatim text, in which a quote is written twice and nothing else is escaped", () => {
    const verbatim = /var body = @"((?:[^"]|"")*)";\n/.exec(codeOf("csharp"))?.[1];
    expect(verbatim?.replaceAll('""', '"')).toBe(BODY);
  });
});
