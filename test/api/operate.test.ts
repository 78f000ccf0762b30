import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { projectDir } from "../../server/settings.ts";
import { expect, test as base } from "../fixtures.ts";

interface Outcome {
  out: string;
  error: string;
  code: number | null;
}

type Operate = (verb: string, input?: string) => Promise<Outcome>;

/** The built operator's program on the test's own database. */
const test = base.extend<{ operate: Operate }>({
  operate: async ({ databaseUrl }, use) => {
    await use(async (verb, input = "") => {
      const child = spawn(
        process.execPath,
        [join(projectDir, "dist/server/operate.js"), ...verb.split(" ")],
        {
          env: { ...process.env, DATABASE_URL: databaseUrl },
        },
      );
      child.stdin.end(input);
      const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
      const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return { out, error, code };
    });
  },
});

test("a key is made on the command line, alone on stdout, and opens the console API until it is revoked", async ({
  app,
  operate,
}) => {
  const { out, code } = await operate("token create --name nightly");
  expect(code).toBe(0);
  expect(out).toMatch(/^api_[\w-]{43}\n$/);
  const queue = () =>
    app.request("/api/console/tickets", { headers: { authorization: `Bearer ${out.trim()}` } });
  expect((await queue()).status).toBe(200);

  expect((await operate("token list")).out).toContain("nightly");
  expect((await operate("token revoke --name nightly")).code).toBe(0);
  expect((await queue()).status).toBe(401);
});

test("a platform's key states facts of its site, and its secret makes the pseudonyms", async ({
  app,
  operate,
}) => {
  test.slow(); // each verb is a process of its own
  const { out: key } = await operate(
    "token create --name boards --facts --site boards-eu --customer example-group",
  );
  const { out: secret } = await operate("subject secret --site boards-eu");
  const fact = {
    site: "boards-eu",
    customer: "example-group",
    subject: createHmac("sha256", secret.trim()).update("ana@example.com").digest("hex"),
    check: "account",
    value: "locked",
    until: new Date(Date.now() + 60_000),
  };
  const stated = await app.request("/api/facts", {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key.trim()}` },
    body: JSON.stringify(fact),
  });
  expect(stated.status).toBe(200);
  expect((await operate("token list")).out).toContain("boards\tfacts\t");

  for (const [verb, error] of [
    ["token create --name boards --facts", "Add --site.\n"],
    ["token create --name boards --facts --site nowhere", "No site is named nowhere; see /console/sites.\n"],
    [
      "token create --name boards --facts --site boards-eu --customer nobody",
      "No customer is named nobody; see /console/sites.\n",
    ],
    [
      "token create --name boards --facts --security --site boards-eu",
      "A key is for --facts or for --security: make two.\n",
    ],
  ] as const) {
    expect(await operate(verb), verb).toEqual({ code: 1, out: "", error });
  }
});

test("the first agent signs in with a link from the command line", async ({ app, operate }) => {
  await operate("agent create --email ana@example.com --name Ana");
  const { out } = await operate("agent link --email ana@example.com");
  const { pathname, search } = new URL(out);
  expect((await app.request(pathname + search, { headers: { accept: "text/html" } })).status).toBe(200);
});

test("an agent made again keeps what is not said, and the operator is told", async ({
  operate,
  serverContext: { database },
}) => {
  test.slow(); // each verb is a process of its own
  const again = (rest: string) => operate(`agent create --email ana@example.com --name ${rest}`);
  expect(await again("Ana --security")).toEqual({ code: 0, out: "ana@example.com\n", error: "" });
  await database.rows("update agents set locale = 'fr', time_zone = 'America/Toronto'");
  const known = "ana@example.com was an agent already: is named";
  expect((await again("Anaïs")).error).toBe(`${known} Anaïs now and sees security reports.\n`);
  expect(await database.row("select locale, time_zone from agents")).toEqual({
    locale: "fr",
    time_zone: "America/Toronto",
  });
  expect((await again("Ana --no-security")).error).toBe(
    `${known} Ana now and does not see security reports.\n`,
  );
  await again("Ana --security");
  await database.rows("update agents set deactivated_at = now()");
  await again("Ana");
  expect(await database.row("select permissions, deactivated_at from agents")).toEqual({
    permissions: [],
    deactivated_at: null,
  });

  for (const [verb, error] of [
    ["agent create --email ana@nowhere --name Ana", "ana@nowhere is not an e-mail address.\n"],
    [
      "agent create --email ana@example.com --name Ana --security --no-security",
      "Say --security or --no-security, not both.\n",
    ],
  ] as const) {
    expect(await operate(verb), verb).toEqual({ code: 1, out: "", error });
  }
});

test("a wrong verb says what there is, and a missing name what to add", async ({ operate }) => {
  const unknown = await operate("dance");
  expect(unknown).toMatchObject({ code: 1, out: "" });
  expect(unknown.error).toContain("token create");
  const nameless = await operate("token create");
  expect(nameless).toMatchObject({ code: 1, out: "", error: "Add --name.\n" });
});

test("qualify answers lines with lines, and names the one it cannot read", async ({ operate }) => {
  const report = '{"id":"a","lang":"en","text":"my code never comes","symptom":"sms_code"}';
  const { out, code } = await operate("qualify", `${report}\n${report}\n`);
  expect(code).toBe(0);
  expect(
    out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).id),
  ).toEqual(["a", "a"]);
  const broken = await operate("qualify", `${report}\n{"id":\n`);
  expect(broken.code).toBe(1);
  expect(broken.error).toContain("Line 2:");
});
