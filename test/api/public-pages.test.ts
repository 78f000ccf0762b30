import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { signedIn } from "../console.ts";
import { crawl, deadLinks, type CrawledPage } from "../crawl.ts";
import { expect, test } from "../fixtures.ts";
import { writeSampleData } from "../../server/sample-data.ts";

/** What the standard demands, and what it demands for those who do not see; matters of taste are oxfmt's. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
    rules: {
      // A list without marks loses its role in Safari unless it is said.
      "no-redundant-role": "off",
      "prefer-native-element": ["error", { exclude: ["list", "region"] }],
      // A button in a form sends it.
      "no-implicit-button-type": "off",
      // Our own files need no hash to be believed.
      "require-sri": ["error", { target: "crossorigin" }],
      // The terms of a list may be named as a whole.
      "aria-label-misuse": ["error", { allowAnyNamable: true }],
      // A search field sends with Enter.
      "wcag/h32": "off",
      // The status page keeps a second one in a template, for the moment when its connection is lost.
      "heading-level": ["error", { allowMultipleH1: true }],
    },
  }),
);

async function invalid(pages: ReadonlyMap<string, CrawledPage>): Promise<string[]> {
  const found: string[] = [];
  for (const [address, { html }] of pages) {
    if (html === "") continue;
    const { results } = await validator.validateString(html, address);
    for (const { line, ruleId, message } of results.flatMap((result) => result.messages))
      found.push(`${address}:${line} ${ruleId}: ${message}`);
  }
  return found;
}

/** Where people come from elsewhere: no link of ours leads to these. */
const doors = [
  "/",
  "/help/en?q=certificate",
  "/help/fr?q=certificat+AADSTS50105",
  "/help/en?q=gardening",
  "/help/fr/nulle-part",
  "/nothing?lang=fr",
  "/status",
];

test("every page that anybody can reach is valid HTML, and none of its links is dead", async ({
  app,
  serverContext,
}) => {
  test.setTimeout(120_000);
  // What pages say only while something is wrong is seen too.
  await serverContext.database.rows(
    `insert into service_states (site_id, service_id, status, since, checked_at)
     values ('boards-eu', 'sms', 'major', $1, $1), ('boards-eu', 'documents', 'minor', $1, $1)`,
    [serverContext.clock.now()],
  );
  const pages = await crawl(app, doors);
  for (const { locale, slug } of serverContext.knowledge.articles)
    expect([...pages.keys()]).toContain(`/help/${locale}/${slug}`);
  expect(deadLinks(pages)).toEqual([]);
  expect(await invalid(pages)).toEqual([]);
});

test("so are the console's pages", async ({ app, serverContext }) => {
  test.setTimeout(60_000);
  serverContext.settings.isDemo = true;
  await writeSampleData(serverContext, "http://localhost:3001");
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy", permissions: ["security"] });
  const pages = await crawl(app, ["/console", "/console/mail", "/console/sites"], {
    headers: { cookie },
    // A queue's filters multiply: each alone is enough. A mail's body is a letter, not a page.
    mayFollow: (address) => address.startsWith("/console") && !/&|\/body$/.test(address),
  });
  expect(deadLinks(pages)).toEqual([]);
  expect(await invalid(pages)).toEqual([]);
});
