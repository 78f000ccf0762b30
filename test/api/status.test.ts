import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Hono } from "hono";
import type { StatusSnapshot, WidgetStart } from "../../server/contract/types.ts";
import { historyFor, pastIncidents } from "../../server/status/history.ts";
import { writeSampleStatus } from "../../server/status/sample-status.ts";
import { startStatus } from "../../server/status/start-status.ts";
import { expect, inQuickRounds, postReport, quickPace, report, test as base } from "../fixtures.ts";

/** A platform whose services fail or dawdle at will, and that can die and return on the same port. */
interface Platform {
  origin: string;
  broken: Set<string>;
  slow: Set<string>;
  asked: string[];
  die(): Promise<void>;
  comeBack(): Promise<void>;
}

const test = base.extend<{ platform: Platform }>({
  platform: async ({}, use) => {
    const broken = new Set<string>();
    const slow = new Set<string>();
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const path = request.url ?? "";
      asked.push(path);
      const service = path.split("/").at(-1) ?? "";
      response.statusCode = broken.has(service) ? 503 : 200;
      setTimeout(() => response.end("{}"), slow.has(service) ? 600 : 0);
    });
    await listen(server, 0);
    const { port } = server.address() as AddressInfo; // a TCP server's address is one
    const die = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    const origin = `http://127.0.0.1:${port}`;
    await use({ origin, broken, slow, asked, die, comeBack: () => listen(server, port) });
    await die();
  },
});

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
}

async function widget(app: Hono, locale = "en"): Promise<WidgetStart> {
  return (await app.request(`/api/widget?site=boards-eu&locale=${locale}`)).json() as Promise<WidgetStart>;
}

const statusOf = (app: Hono) => async () => (await widget(app)).status;

/** The stream's snapshots, as they come. */
async function* snapshots(
  app: Hono,
  query = "site=boards-eu&locale=en",
): AsyncGenerator<StatusSnapshot, void> {
  const response = await app.request(`/api/status/stream?${query}`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error("the stream has no body");
  try {
    for (let text = ""; ;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += value;
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) {
        const data = /^event: status\ndata: (.*)$/m.exec(event)?.[1];
        if (data !== undefined) yield JSON.parse(data) as StatusSnapshot;
      }
    }
  } finally {
    await reader.cancel();
  }
}

/** The first snapshot that is as wished. */
async function waitFor(
  stream: AsyncGenerator<StatusSnapshot, void>,
  isIt: (snapshot: StatusSnapshot) => boolean = () => true,
): Promise<StatusSnapshot> {
  for (;;) {
    const { value, done } = await stream.next();
    if (done || !value) throw new Error("the stream ended");
    if (isIt(value)) return value;
  }
}

test("a site that nobody watches is unknown, never well", async ({ app }) => {
  expect(await widget(app)).toMatchObject({ status: "unknown", problems: [] });
});

test("a panel hears that a service died, what to do meanwhile, and that it is back", async ({
  app,
  platform,
  watchSiteAt,
}) => {
  await watchSiteAt(platform.origin);
  const stream = snapshots(app);
  await waitFor(stream, ({ status }) => status === "ok");

  platform.broken.add("sms");
  const broken = await waitFor(stream, ({ status }) => status !== "ok");
  expect(broken.status).toBe("major");
  expect(broken.services.find(({ id }) => id === "sms")).toMatchObject({
    name: "Codes by SMS",
    status: "major",
  });
  expect(broken.problems).toEqual([
    expect.objectContaining({
      service: "sms",
      status: "major",
      title: expect.stringMatching(/^Codes by SMS have not been going out since \d\d:\d\d \(Paris\)\.$/),
      nextStep: expect.stringContaining("authenticator app"),
      symptoms: ["sms_code"],
      article: "sms-code-not-received",
    }),
  ]);
  const french = await widget(app, "fr");
  expect(french).toMatchObject({ status: "major", problems: [{ service: "sms" }] });
  expect(french.problems[0]?.title).toMatch(
    /^Les codes par SMS ne partent plus depuis \d\d:\d\d \(Paris\)\.$/,
  );

  platform.broken.clear();
  expect((await waitFor(stream, ({ status }) => status === "ok")).problems).toEqual([]);
  await stream.return(undefined);
});

test("a platform that does not answer at all is one problem, and its return is told", async ({
  app,
  platform,
  watchSiteAt,
}) => {
  await watchSiteAt(platform.origin);
  const stream = snapshots(app);
  await waitFor(stream, ({ status }) => status === "ok");
  await platform.die();
  const first = await waitFor(stream, ({ status }) => status !== "ok");
  expect(first.problems.map(({ service }) => service)).toEqual(["platform"]); // never first a part of it
  const start = await widget(app);
  expect(start.problems).toHaveLength(1);
  expect(start.problems[0]).toMatchObject({ service: "platform", status: "critical" });
  expect(JSON.stringify(start).length).toBeLessThan(3_000);
  await platform.comeBack();
  expect((await waitFor(stream, ({ status }) => status !== "critical")).problems).toEqual([]);
  await stream.return(undefined);
});

test("a slow service is a small problem", async ({ app, platform, watchSiteAt }) => {
  platform.slow.add("documents");
  await watchSiteAt(platform.origin);
  await expect.poll(statusOf(app)).toBe("minor");
  expect((await widget(app)).problems[0]?.title).toMatch(/^Documents have been opening slowly since /);
});

test("what was measured before the watching stopped is not believed for more than two minutes", async ({
  app,
  platform,
  serverClock,
  serverContext,
}) => {
  await serverContext.database.rows("update sites set probe_url = $1", [platform.origin]);
  const status = startStatus(
    { ...serverContext, services: inQuickRounds(serverContext.services) },
    quickPace,
  );
  await expect.poll(statusOf(app)).toBe("ok");
  await status.stop();
  serverClock.moveTo(new Date(serverClock.now().getTime() + 121_000));
  expect(await widget(app)).toMatchObject({ status: "unknown", problems: [] });
  const { services } = await waitFor(snapshots(app));
  expect(services.map((service) => service.status)).toEqual(Array(5).fill("unknown"));
});

test("of two processes one probes, and the other takes over when it ends", async ({
  app,
  platform,
  serverContext,
}) => {
  await serverContext.database.rows("update sites set probe_url = $1", [platform.origin]);
  const process = (name: string) => {
    const services = inQuickRounds(serverContext.services);
    for (const service of services.services) service.probe.path = `/${name}/${service.id}`;
    return startStatus({ ...serverContext, services }, quickPace);
  };
  const asks = (name: string) => platform.asked.filter((path) => path.startsWith(`/${name}/`)).length;
  const first = process("first");
  await expect.poll(() => asks("first")).toBeGreaterThan(0);
  const second = process("second");
  const soFar = asks("first");
  await expect.poll(() => asks("first")).toBeGreaterThan(soFar + 50);
  expect(asks("second")).toBe(0);

  await first.stop();
  await expect.poll(() => asks("second")).toBeGreaterThan(0);
  await expect.poll(statusOf(app)).toBe("ok");
  await second.stop();
});

test("a prober that loses its connection takes up its work again", async ({
  app,
  platform,
  serverContext,
  watchSiteAt,
}) => {
  await watchSiteAt(platform.origin);
  await expect.poll(statusOf(app)).toBe("ok");
  await serverContext.database.rows(
    `select pg_terminate_backend(pid) from pg_locks join pg_database on oid = database
     where locktype = 'advisory' and datname = current_database()`,
  );
  platform.broken.add("mail");
  await expect.poll(statusOf(app)).toBe("major");
});

test("a site that moves is watched at its new address", async ({
  app,
  platform,
  serverContext,
  watchSiteAt,
}) => {
  const move = (address: string) => serverContext.database.rows("update sites set probe_url = $1", [address]);
  await watchSiteAt("no address");
  await move("http://127.0.0.1:9"); // nobody listens there
  await expect.poll(statusOf(app)).toBe("critical");
  await move(platform.origin);
  await expect.poll(statusOf(app)).toBe("ok");
});

test("a stream says only what concerns its site", async ({ app, platform, serverContext, watchSiteAt }) => {
  await serverContext.database.rows(
    "insert into sites (id, name, region) values ('boards-ca', 'Board portal, Canada', 'na-ca')",
  );
  await watchSiteAt(platform.origin);
  platform.broken.add("sms");
  await expect.poll(statusOf(app)).toBe("major");
  const first = await waitFor(snapshots(app, "site=boards-ca"));
  expect(first).toMatchObject({ status: "unknown", problems: [] });
  expect((await app.request("/api/status/stream?site=nowhere")).status).toBe(422);
});

test("the board's word goes into the qualification of what it explains, and of nothing else", async ({
  app,
  platform,
  serverContext,
  watchSiteAt,
}) => {
  platform.broken.add("sms").add("meetings");
  await watchSiteAt(platform.origin);
  await expect.poll(async () => (await widget(app)).problems.length).toBe(2);
  const causeOf = async (changes: Parameters<typeof report>[0]) => {
    const input = report(changes);
    expect((await postReport(app, input)).status).toBe(201);
    return serverContext.database.row("select cause, team, kind from tickets where id = $1", [input.id]);
  };
  expect(await causeOf({ symptom: "sms_code" })).toMatchObject({
    cause: "sms_provider_outage",
    kind: "incident",
  });
  expect(await causeOf({ symptom: "meeting_vote" })).toMatchObject({ cause: "platform_degraded" });
  const wrongData = await causeOf({ symptom: "wrong_data", message: "The date is wrong." });
  expect(wrongData).not.toMatchObject({ kind: "incident" });

  await platform.die();
  await expect.poll(statusOf(app)).toBe("critical");
  expect(await causeOf({ symptom: "slow" })).toMatchObject({ cause: "platform_outage", kind: "incident" });
});

test("measured time is counted to its day", async ({ app, platform, serverContext, watchSiteAt }) => {
  await watchSiteAt(platform.origin);
  await expect.poll(statusOf(app)).toBe("ok");
  const counted = () =>
    serverContext.database.row<{ seconds: number }>(
      "select seconds from status_days where service_id = 'mail' and status = 'ok'",
    );
  await expect.poll(async () => (await counted())?.seconds ?? 0).toBeGreaterThan(0.4);
  const days = (await historyFor(serverContext, "boards-eu", "en", 2))[4]?.days;
  expect(days?.map((day) => day.worst)).toEqual(["unknown", "ok"]);
});

test("a demonstration has a past: 90 days and a resolved incident, in both languages, once", async ({
  serverContext,
}) => {
  await writeSampleStatus(serverContext);
  await writeSampleStatus(serverContext);
  const histories = await historyFor(serverContext, "boards-eu", "fr", 90);
  expect(histories.map(({ name }) => name)).toContain("Codes par SMS");
  for (const { days } of histories) {
    expect(days).toHaveLength(90);
    // Today is measured, not told.
    expect(days.slice(0, -1).every((day) => day.worst !== "unknown" && day.isSample)).toBe(true);
    expect(days.at(-1)?.worst).toBe("unknown");
  }
  const sms = histories.find(({ serviceId }) => serviceId === "sms");
  expect(sms?.days.at(-9)).toMatchObject({ worst: "critical", minutesByStatus: { critical: 62, minor: 18 } });

  const incidents = await pastIncidents(serverContext, "boards-eu", "en", 10);
  expect(incidents).toHaveLength(1);
  expect(incidents[0]).toMatchObject({ title: "Codes by SMS did not arrive", isSample: true });
  expect(incidents[0]?.updates.map(({ status }) => status)).toEqual([
    "investigating",
    "identified",
    "monitoring",
    "resolved",
  ]);
  const [french] = await pastIncidents(serverContext, "boards-eu", "fr", 10);
  expect(french?.updates[3]?.body).toContain("aucune donnée n’a été perdue");
});
