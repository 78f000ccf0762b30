import type { Hono } from "hono";
import { createApp } from "../../server/app.ts";
import type { Context } from "../../server/context.ts";
import type { Locale } from "../../server/contract/types.ts";
import { forgetOld } from "../../server/knowledge/forget-old.ts";
import { expect, test } from "../fixtures.ts";
import { feedback, postFeedback, proof } from "../proof.ts";

const slug = "clear-cache";

function versionOf({ knowledge }: Context, locale: Locale = "en"): string {
  return knowledge.articles.find((one) => one.slug === slug && one.locale === locale)?.hash ?? "";
}

function stored({ database }: Context) {
  return database.rows<Record<string, unknown>>("select * from article_feedback order by at");
}

test("what a reader says is kept once, with the version and the language that they read", async ({
  app,
  serverContext,
}) => {
  const said = feedback({
    locale: "fr",
    version: versionOf(serverContext, "fr"),
    isHelpful: false,
    reasons: ["outdated", "incomplete"],
    comment: "Le menu a changé. Écrivez à ana@example.com ou au +33 1 99 00 12 34.",
    email: "claire.morel@example.com",
  });
  const body = { ...said, proof: await proof(app) };
  const answer = await postFeedback(app, slug, body);
  expect(answer.status).toBe(201);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");

  // A connection that broke: the same again, three times at once.
  const again = await Promise.all([1, 2, 3].map(() => postFeedback(app, slug, body)));
  expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);

  const rows = await stored(serverContext);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    slug,
    locale: "fr",
    version: versionOf(serverContext, "fr"),
    is_helpful: false,
    reasons: ["outdated", "incomplete"],
    comment: "Le menu a changé. Écrivez à a***@e***.com ou au +33 ••34.",
    email: "claire.morel@example.com",
    fixed_at: null,
  });
  expect(await serverContext.database.rows("select 1 from tickets")).toEqual([]);
});

test("a yes is a vote and nothing more", async ({ app, serverContext }) => {
  const said = feedback({ comment: "left over", email: "ana@example.com", reasons: ["unclear"] });
  expect((await postFeedback(app, slug, { ...said, proof: await proof(app) })).status).toBe(201);
  const [row] = await stored(serverContext);
  expect(row).toMatchObject({ is_helpful: true, reasons: [], comment: null, email: null, updated: null });
});

test("a no without a reason is refused with a sentence, in both languages, and costs no proof", async ({
  app,
  serverContext,
}) => {
  const said = feedback({ isHelpful: false, reasons: [] });
  const proven = await proof(app);
  for (const [language, sentence] of [
    ["en", "Select at least one reason."],
    ["fr", "Choisissez au moins une raison."],
  ] as const) {
    const answer = await postFeedback(app, slug, { ...said, proof: proven }, { "accept-language": language });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: "feedback-reason-missing",
      field: "reasons",
      detail: sentence,
    });
  }
  const mended = { ...said, reasons: ["unclear"], proof: proven };
  expect((await postFeedback(app, slug, mended)).status).toBe(201);
  expect(await stored(serverContext)).toHaveLength(1);
});

test("a proof that is missing, forged, of another server, expired or used before is refused with a sentence", async ({
  app,
  serverContext,
  serverClock,
}) => {
  const good = await proof(app);
  const foreign = await proof(createApp({ ...serverContext, secret: "another server's secret" }));
  const { challenge, solution } = good;
  const forged = [
    { challenge, solution: { ...solution, derivedKey: "00".repeat(32) } },
    { challenge: { ...challenge, parameters: { ...challenge.parameters, cost: 1 } }, solution },
    { challenge: { ...challenge, parameters: { ...challenge.parameters, keyPrefix: "00" } }, solution },
    { challenge: { ...challenge, parameters: { ...challenge.parameters, expiresAt: 4e9 } }, solution },
    {
      challenge: { ...challenge, parameters: { ...challenge.parameters, keySignature: undefined } },
      solution,
    },
    { challenge: { parameters: challenge.parameters }, solution },
    { challenge: { ...challenge, signature: "00".repeat(32) }, solution },
    foreign,
  ];
  for (const proof of forged) {
    const answer = await postFeedback(app, slug, { ...feedback(), proof });
    expect(answer.status, JSON.stringify(proof)).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "proof-invalid" });
  }

  const missing = await postFeedback(app, slug, feedback());
  expect(missing.status).toBe(422);
  expect(await missing.json()).toMatchObject({ code: "proof-missing" });

  expect((await postFeedback(app, slug, { ...feedback(), proof: good })).status).toBe(201);
  const replayed = await postFeedback(app, "sms-code-not-received", { ...feedback(), proof: good });
  expect(replayed.status).toBe(409);
  expect(await replayed.json()).toMatchObject({ code: "proof-used" });

  const late = await proof(app);
  serverClock.moveTo(new Date(Date.now() + 61 * 60_000));
  const expired = await postFeedback(app, slug, { ...feedback(), proof: late });
  expect(expired.status).toBe(403);
  expect(await expired.json()).toMatchObject({ code: "proof-expired" });

  expect(await stored(serverContext)).toHaveLength(1);
});

test("a proof that comes twice at the same moment counts once", async ({ app, serverContext }) => {
  const proven = await proof(app);
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => postFeedback(app, slug, { ...feedback(), proof: proven })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect(await stored(serverContext)).toHaveLength(1);
});

test("a thousand votes from one place count as a few; others are still heard", async ({
  serverContext,
  serverClock,
}) => {
  serverContext.settings.trustProxy = 1;
  const app = createApp(serverContext);
  const from = (address: string) => ({ "x-forwarded-for": address });
  const version = versionOf(serverContext);
  let codes: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    // Inventing versions is no way around.
    const said = feedback({ version: i % 2 ? version : `${i}`.padStart(12, "0") });
    const answer = await postFeedback(app, slug, { ...said, proof: await proof(app) }, from("192.0.2.7"));
    codes.push(((await answer.json()) as { code?: string }).code ?? "taken");
  }
  expect(codes.filter((code) => code === "taken")).toHaveLength(10);
  expect(codes.slice(10)).toEqual(["votes-exceeded", "votes-exceeded"]);

  // The crowd that does not even solve the puzzle.
  codes = [];
  for (let i = 0; i < 1_000; i += 1) {
    const answer = await postFeedback(app, slug, feedback(), from("192.0.2.7"));
    codes.push(((await answer.json()) as { code: string }).code);
  }
  expect(codes.slice(-900).every((code) => code === "too-many-requests")).toBe(true);

  const other = { ...feedback({ version }), proof: await proof(app) };
  expect((await postFeedback(app, slug, other, from("198.51.100.9"))).status).toBe(201);
  expect(await stored(serverContext)).toHaveLength(11);

  serverClock.moveTo(new Date(Date.now() + 25 * 3_600_000));
  const nextDay = { ...feedback({ version }), proof: await proof(app) };
  expect((await postFeedback(app, slug, nextDay, from("192.0.2.7"))).status).toBe(201);
});

test("what is not an answer is refused at the door", async ({ app, serverContext }) => {
  const proven = await proof(app);
  for (const [changes, status, code] of [
    [{ email: "no address" }, 422, "email-invalid"],
    [{ reasons: ["boring"] }, 422, "feedback-reason-missing"],
    [{ comment: "x".repeat(2_001) }, 422, "input-invalid"],
    [{ comment: "x".repeat(20_000) }, 413, "body-too-large"],
    [{ version: "../../etc" }, 422, "input-invalid"],
    [{ id: "1" }, 422, "input-invalid"],
  ] as const) {
    const said = { ...feedback({ isHelpful: false, reasons: ["unclear"] }), ...changes, proof: proven };
    const answer = await postFeedback(app, slug, said);
    expect(await answer.json()).toMatchObject({ code });
    expect(answer.status).toBe(status);
  }
  const long = feedback({ comment: "x".repeat(20_000) });
  for (const [locale, sentence] of [
    ["en", "Shorten the text or leave details out. At most 16\u00a0kB are taken here."],
    ["fr", "Raccourcissez le texte ou retirez des détails. Ici, 16\u00a0ko au plus sont acceptés."],
  ]) {
    const answer = await app.request(`/api/articles/${slug}/feedback?lang=${locale}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(long),
    });
    expect(await answer.json()).toMatchObject({ code: "body-too-large", detail: sentence });
  }
  const nowhere = await postFeedback(app, "no-such-article", { ...feedback(), proof: proven });
  expect(await nowhere.json()).toMatchObject({ code: "article-not-found" });
  expect(await stored(serverContext)).toEqual([]);
});

test.describe("without a script", () => {
  /** The two forms under an article: each with a token of its own. */
  async function open(app: Hono, path = `/help/fr/${slug}`): Promise<{ token: string; version: string }[]> {
    const page = await (await app.request(path)).text();
    const read = (name: string) =>
      [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, "g"))].map(([, value = ""]) => value);
    const versions = read("version");
    return read("token").map((token, index) => ({ token, version: versions[index] ?? "" }));
  }

  function send(app: Hono, fields: [string, string][], headers: Record<string, string> = {}) {
    return app.request(`/help/fr/${slug}/feedback`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers,
    });
  }

  test("the form is sent, mended where it says so, and kept once", async ({
    app,
    serverContext,
    serverClock,
  }) => {
    const [yes, no] = await open(app);
    if (!yes || !no) throw new Error("the forms are missing");
    const typed: [string, string][] = [
      ["token", no.token],
      ["version", no.version],
      ["helpful", "no"],
      ["comment", "L’étape 2 <b>manque</b>"],
      ["email", "ana@example.com"],
    ];
    const hasty = await send(app, [...typed, ["reasons", "incomplete"]]);
    expect(hasty.status).toBe(422);
    expect(await hasty.text()).toContain("Attendez trois secondes");

    serverClock.moveTo(new Date(Date.now() + 5_000));
    const bare = await send(app, typed);
    expect(bare.status).toBe(422);
    const page = await bare.text();
    expect(page).toContain("Choisissez au moins une raison.");
    expect(page).toContain("L’étape 2 &lt;b&gt;manque&lt;/b&gt;");
    expect(page).toContain('value="ana@example.com"');
    expect(await stored(serverContext)).toEqual([]);

    const tooLong = typed.map(([name, value]): [string, string] => [
      name,
      name === "comment" ? "x".repeat(2_001) : value,
    ]);
    expect(await (await send(app, [...tooLong, ["reasons", "unclear"]])).text()).toContain(
      'id="comment-mend"',
    );

    const whole: [string, string][] = [...typed, ["reasons", "incomplete"], ["reasons", "unclear"]];
    const answers = await Promise.all([send(app, whole), send(app, whole)]); // pressed twice
    for (const answer of answers) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get("location")).toBe(`/help/fr/${slug}?feedback=sent#feedback`);
    }
    const thanks = await (await app.request(`/help/fr/${slug}?feedback=sent`)).text();
    expect(thanks).toContain("Commentaires envoyés, merci\u00a0: nous corrigerons l’article");

    const glad = await send(app, [
      ["token", yes.token],
      ["version", yes.version],
      ["helpful", "yes"],
    ]);
    expect(glad.headers.get("location")).toBe(`/help/fr/${slug}?feedback=helpful#feedback`);

    expect(await stored(serverContext)).toMatchObject([
      {
        is_helpful: false,
        reasons: ["incomplete", "unclear"],
        comment: "L’étape 2 <b>manque</b>",
        email: "ana@example.com",
        version: versionOf(serverContext, "fr"),
      },
      { is_helpful: true, reasons: [], comment: null },
    ]);
  });

  test("a token that was made up, of another article, another network or yesterday is answered with the form again", async ({
    serverContext,
    serverClock,
  }) => {
    serverContext.settings.trustProxy = 1;
    const app = createApp(serverContext);
    const [yes] = await open(app);
    const [elsewhere] = await open(app, "/help/fr/sms-code-not-received");
    if (!yes || !elsewhere) throw new Error("the forms are missing");
    const vote = (token: string, headers = {}) =>
      send(
        app,
        [
          ["token", token],
          ["version", yes.version],
          ["helpful", "yes"],
        ],
        headers,
      );
    serverClock.moveTo(new Date(Date.now() + 10_000));
    const refused = [
      await vote(""),
      await vote("1.2.3"),
      await vote(yes.token.replace(/^..../, "0000")),
      await vote(elsewhere.token),
      await vote(yes.token, { "x-forwarded-for": "192.0.2.7" }),
    ];
    serverClock.moveTo(new Date(Date.now() + 13 * 3_600_000));
    refused.push(await vote(yes.token));
    for (const answer of refused) {
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain("appuyez de nouveau sur Envoyer");
    }
    expect(await stored(serverContext)).toEqual([]);
  });
});

test("what readers said is deleted after a year", async ({ app, serverContext, serverClock }) => {
  await postFeedback(app, slug, { ...feedback(), proof: await proof(app) });
  serverClock.moveTo(new Date(Date.now() + 364 * 86_400_000));
  await forgetOld(serverContext);
  expect(await stored(serverContext)).toHaveLength(1);
  expect(await serverContext.database.rows("select 1 from spent_proofs")).toEqual([]);
  serverClock.moveTo(new Date(Date.now() + 367 * 86_400_000));
  await forgetOld(serverContext);
  expect(await stored(serverContext)).toEqual([]);
});
