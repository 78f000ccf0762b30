import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { createApp } from "../../server/app.ts";
import type { Context } from "../../server/context.ts";
import { expect, test } from "../fixtures.ts";

const read = async (app: Hono, path: string) => (await app.request(path)).text();

test("an article that moved is found under its old address, in both languages", async ({
  app,
  serverContext,
}) => {
  Object.assign(serverContext.knowledge, { redirects: new Map([["empty-the-cache", "clear-cache"]]) });
  for (const locale of ["en", "fr"]) {
    const answer = await app.request(`/help/${locale}/empty-the-cache`);
    expect(answer.status).toBe(301);
    expect(answer.headers.get("location")).toBe(`/help/${locale}/clear-cache`);
  }
  const short = await app.request("/help/empty-the-cache", { headers: { "accept-language": "fr" } });
  expect(short.headers.get("location")).toBe("/help/fr/clear-cache");
});

test("a slash too many at the end leads to the page", async ({ app }) => {
  for (const path of ["/help/en", "/help/fr/clear-cache"]) {
    const answer = await app.request(`${path}/`);
    expect(answer.status).toBe(301);
    expect(answer.headers.get("location")).toBe(path);
  }
});

test("search engines learn the one address of an article, its languages and what it is", async ({
  app,
  serverContext,
}) => {
  const { publicUrl } = serverContext.settings;
  const page = await read(app, "/help/fr/clear-cache?feedback=sent");
  expect(page).toContain(`<link rel="canonical" href="${publicUrl}/help/fr/clear-cache" />`);
  for (const [language, path] of Object.entries({ en: "/help/en", fr: "/help/fr", "x-default": "/help" }))
    expect(page).toContain(
      `<link rel="alternate" hreflang="${language}" href="${publicUrl}${path}/clear-cache" />`,
    );
  expect(page).toContain('<meta property="og:type" content="article" />');
  expect(page).toContain('<meta property="og:locale" content="fr_FR" />');
  expect(page).not.toContain("noindex");

  expect(dataOf(page)).toMatchObject([
    {
      "@context": "https://schema.org",
      "@type": "TechArticle",
      headline: expect.stringContaining("vider le cache"),
      inLanguage: "fr",
      dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      translationOfWork: { "@id": `${publicUrl}/help/en/clear-cache` },
    },
    {
      "@type": "BreadcrumbList",
      itemListElement: [
        { position: 1, item: `${publicUrl}/help/fr` },
        { position: 2, name: "Pages et documents" },
        { position: 3, item: `${publicUrl}/help/fr/clear-cache` },
      ],
    },
  ]);
  for (const path of ["/help/en?q=certificate", "/help/en/nowhere"])
    expect(await read(app, path)).toContain('<meta name="robots" content="noindex" />');
});

test("no title can end the block of data that it stands in", async ({ serverContext: context }) => {
  const { knowledge } = context;
  const title = "</script><script>alert(1)</script>";
  const articles = knowledge.articles.map((article) => ({ ...article, title }));
  const app = createApp({ ...context, knowledge: { ...knowledge, articles } });
  const page = await read(app, "/help/en/clear-cache");
  expect(page).not.toContain("<script>alert");
  expect(dataOf(page)[0]).toMatchObject({ headline: title });
});

test("the sitemap has every article in its languages, and the day on which it changed", async ({
  app,
  serverContext,
}) => {
  const { knowledge, settings } = serverContext;
  const answer = await app.request("/sitemap.xml");
  expect(answer.headers.get("content-type")).toContain("application/xml");
  const map = await answer.text();
  expect(map.match(/<loc>/g)).toHaveLength(knowledge.articles.length + 2);
  for (const { locale, slug, updated } of knowledge.articles)
    expect(map).toMatch(
      new RegExp(`<loc>${settings.publicUrl}/help/${locale}/${slug}</loc>\\s*<lastmod>${updated}<`),
    );
  expect(map.match(/hreflang="x-default"/g)).toHaveLength(knowledge.articles.length + 2);

  const robots = await read(app, "/robots.txt");
  expect(robots).toContain(`Sitemap: ${settings.publicUrl}/sitemap.xml`);
  expect(robots).toContain("Disallow: /console");
});

test("what is open on the status board comes before all advice, and the heading says so", async ({
  app,
  serverContext,
}) => {
  await breakSms(serverContext);
  const page = await read(app, "/help/en");
  expect(page).toContain("Codes by SMS have not been going out");
  expect(page).toContain("What explains the problems on our status page, then our own choice");
  expect(await read(app, "/help/en?q=sms")).toContain("Codes by SMS have not been going out");
});

test("a problem names its site where there are several, unless a reader comes from one", async ({
  app,
  serverContext,
}) => {
  await breakSms(serverContext);
  await serverContext.database.rows(
    "insert into sites (id, name, region, hosts) select 'boards-ca', 'Boards Canada', region, '{}' from sites limit 1",
  );
  expect(await read(app, "/help/en")).toMatch(/Board portal[^<]*: Codes by SMS/);
  expect(await read(app, "/help/en?site=boards-eu")).toMatch(/> Codes by SMS/);
  expect(await read(app, "/help/en?site=boards-ca")).not.toContain("Codes by SMS have not");
});

test("what readers found helpful in the last 30 days leads, and the heading says so", async ({
  app,
  serverContext,
  serverClock,
}) => {
  for (let vote = 0; vote < 6; vote++)
    await serverContext.database.rows(
      `insert into article_feedback (id, slug, locale, version, is_helpful, at)
       values ($1, 'voting-fails', 'fr', 'a', true, $2)`,
      [randomUUID(), serverClock.now()],
    );
  const page = await read(app, "/help/en");
  expect(page).toContain("What readers found helpful in the last 30 days, then our own choice");
  const [, useful = ""] = page.split('id="useful"');
  expect(useful.indexOf("/help/en/voting-fails")).toBeLessThan(
    useful.indexOf("/help/en/sms-code-not-received"),
  );

  serverClock.moveTo(new Date(serverClock.now().getTime() + 31 * 86_400_000));
  expect(await read(app, "/help/en")).not.toContain("What readers found helpful");
});

for (const [state, rows] of [
  ["is gone", () => Promise.reject(new Error("gone"))],
  ["is silent", () => new Promise(() => {})],
] as const)
  test(`who looks for help gets it although the database ${state}`, async ({
    app,
    serverContext,
    logLines,
  }) => {
    Object.assign(serverContext.database, { rows });
    for (const path of ["/help/fr", "/help/fr?q=certificat", "/help/fr/clear-cache"])
      expect((await app.request(path)).status, path).toBe(200);
    expect(await read(app, "/help/fr")).toContain("Notre propre choix");
    expect(logLines.filter((line) => line.includes("help centre without status and votes"))).toHaveLength(1);
  });

test("the list by subject narrows to administrators without a script", async ({ app }) => {
  const all = await read(app, "/help/en");
  expect(all).toContain('href="/help/en?for=admin#subjects"');
  const page = await read(app, "/help/en?for=admin");
  expect(page).toMatch(/href="\/help\/en\?for=admin#subjects"\s*aria-current="true"/);
  const [, subjects = ""] = page.split('id="subjects"');
  expect(subjects).toContain("/help/en/sso-configuration");
  expect(subjects).not.toContain("/help/en/video-conference");
  expect(page).toContain('href="/help/fr?for=admin"');
  expect(await read(app, "/help/en?for=nobody")).toContain("/help/en/video-conference");
});

test("an article for administrators says so before its first step, and where it is listed", async ({
  app,
}) => {
  const page = await read(app, "/help/en/sso-configuration");
  expect(page.indexOf("For administrators: the steps need their rights")).toBeLessThan(page.indexOf("<h2"));
  expect(await read(app, "/help/en?q=set+up+single+sign-on")).toContain(
    '<span class="for">for administrators</span>',
  );
  expect(await read(app, "/help/en/clear-cache")).not.toContain("need their rights");
});

const budget = 60_000;

for (const [what, path] of [
  ["first page", "/help/fr"],
  ["longest article", "/help/fr/sso-configuration"],
] as const)
  test(`the ${what} weighs less than 60 kB with all that it loads, now and when somebody types`, async ({
    app,
  }) => {
    const transferred = async (address: string) => {
      const answer = await app.request(address, { headers: { "accept-encoding": "gzip, br" } });
      expect(answer.status, address).toBe(200);
      expect(answer.headers.get("content-encoding"), address).toMatch(/gzip|br/);
      return (await answer.arrayBuffer()).byteLength;
    };
    const page = await read(app, path);
    const files = [...page.matchAll(/(?:rel="stylesheet" href|<script [^>]*src)="([^"]+)"/g)].map(
      ([, file = ""]) => file,
    );
    const first = [path, ...files];
    let bytes = 0;
    for (const address of first) bytes += await transferred(address);
    expect(bytes).toBeLessThan(budget / 2);

    const script = await read(app, "/assets/help-search.js");
    const later = [...script.matchAll(/import\(["'`]\.\/([\w-]+\.js)["'`]\)/g)].map(
      ([, file]) => `/assets/${file}`,
    );
    expect(later).toHaveLength(3); // the search, and each language
    for (const address of [...later.filter((file) => !file.includes("search-en")), "/api/articles?locale=fr"])
      bytes += await transferred(address);
    expect(bytes).toBeLessThan(budget);
  });

function dataOf(page: string): unknown[] {
  return [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json = ""]) =>
    JSON.parse(json),
  );
}

async function breakSms({ database, clock }: Context): Promise<void> {
  await database.rows(
    `insert into service_states (site_id, service_id, status, since, checked_at) values ('boards-eu', 'sms', 'major', $1, $1)`,
    [clock.now()],
  );
}

test("who comes from a site reads its own team first, and keeps the site from page to page", async ({
  app,
}) => {
  const centre = await read(app, "/help/en?site=boards-eu");
  expect(centre).toContain("Your team, Paris support:");
  expect(centre).toContain('href="tel:+33199001234"');
  expect(centre).toContain('<input type="hidden" name="site" value="boards-eu" />');
  const found = await read(app, "/help/fr?q=page+blanche&site=boards-eu");
  const article = await read(app, "/help/fr/blank-page?site=boards-eu");
  const status = await read(app, "/status?lang=fr&site=boards-eu");
  const missing = await read(app, "/help/en/no-such-article?site=boards-eu");
  const guide = await read(app, "/help/en/clear-cache/guide?at=looks_right&site=boards-eu");
  const frontDoor = await read(app, "/?lang=en&site=boards-eu");
  for (const page of [centre, found, article, missing, guide, status, frontDoor]) {
    // To the help centre, the status page and the front door; the console's readers come from no site.
    const links = [...page.matchAll(/<a\s[^>]*href="(\/(?:help|status|\?)[^"]*)"/g)].map(([, href]) => href);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((href) => !href?.includes("site=boards-eu"))).toEqual([]);
  }
  // Search engines know each page once.
  for (const page of [centre, article]) {
    const known = [
      ...page.matchAll(/<link rel="(?:canonical|alternate)"[^>]*>|<meta property="og:url"[^>]*>/g),
    ];
    expect(known.length).toBeGreaterThan(3);
    expect(known.join()).not.toContain("boards-eu");
  }
  expect(await read(app, "/sitemap.xml")).not.toContain("site=");
});

test("who says whether an article helped stays with their site, with a mistake and without", async ({
  app,
  serverClock,
}) => {
  const form = await read(app, "/help/en/clear-cache?site=boards-eu");
  const action = /<form[^>]* action="([^"#]*)#feedback"/.exec(form)?.[1] ?? "";
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? "";
  const send = (fields: Record<string, string>) =>
    app.request(action, {
      method: "POST",
      body: new URLSearchParams({ token: hidden("token"), version: hidden("version"), ...fields }),
    });
  serverClock.moveTo(new Date(serverClock.now().getTime() + 5_000));
  const again = await send({ helpful: "no" });
  expect(again.status).toBe(422);
  const page = await again.text();
  expect(page).toContain("Select at least one reason");
  for (const [, href] of page.matchAll(/(?:action|href)="(\/(?:help|status|\?)[^"]*)"/g))
    expect(href).toContain("site=boards-eu");

  const thanks = await send({ helpful: "yes" });
  expect(thanks.headers.get("location")).toBe(
    "/help/en/clear-cache?feedback=helpful&site=boards-eu#feedback",
  );
  const reloaded = await app.request(action);
  expect(reloaded.headers.get("location")).toBe("/help/en/clear-cache?site=boards-eu#feedback");
});

test("an address with a slash too many keeps what stands behind it", async ({ app }) => {
  const answer = await app.request("/help/en/clear-cache/?site=boards-eu");
  expect(answer.headers.get("location")).toBe("/help/en/clear-cache?site=boards-eu");
});

test("a site that nobody knows changes nothing, and what is no site's name is not repeated", async ({
  app,
}) => {
  expect(await read(app, "/help/en?site=moon")).not.toContain("Your team");
  for (const path of ["/", "/help/en", "/help/en/clear-cache", "/help/en/clear-cache/guide"])
    expect(await read(app, `${path}?site=%22%3Eevil`), path).not.toContain("evil");
});
