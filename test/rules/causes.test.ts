import { existsSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { locales } from "../../server/contract/types.ts";
import { articleOf, causeLabel, isCause, suggestReply } from "../../server/tickets/causes.ts";
import { rules, unknownRule } from "../../server/tickets/qualification-rules.ts";

const causes = [...new Set([...rules, unknownRule].map(({ cause }) => cause))];

for (const cause of causes) {
  test(`${cause} has a label, a reply and at most one article, in both languages`, () => {
    expect(isCause(cause)).toBe(true);
    const article = articleOf(cause);
    for (const locale of locales) {
      expect(causeLabel(cause, locale).length).toBeLessThanOrEqual(45);
      const reply = suggestReply(cause, locale, {});
      expect(reply).not.toMatch(/undefined|\bnull\b|\[|\]| {2}/);
      expect(reply.split("\n\n").length).toBeGreaterThanOrEqual(3);
      expect(reply).toMatch(/\.$/);
      if (article) expect(existsSync(`content/articles/${locale}/${article}.md`)).toBe(true);
    }
    expect(suggestReply(cause, "fr", {})).not.toMatch(/ [:;!?»]|« |'/);
  });
}

test("no reply promises a time", () => {
  for (const cause of causes) {
    expect(suggestReply(cause, "en", {})).not.toMatch(
      /(?<!\bas )\bsoon\b|\b(shortly|today|tomorrow|within)\b/i,
    );
    expect(suggestReply(cause, "fr", {})).not.toMatch(/\b(bientôt|sous peu|demain|meilleurs délais)\b/i);
  }
});

test("a reply greets by name, names the customer, the date and the article", () => {
  const reply = suggestReply("sso_idp_certificate_expired", "fr", {
    reporterName: "Claire Morel",
    customerName: "Groupe Exemple",
    expiresOn: "23 novembre 2026",
    article: { title: "Certificat expiré", url: "https://help.example.com/help/fr/sso-certificate-expired" },
  });
  const [greeting, cause, , , article] = reply.replace(/[\u00a0\u202f]/g, " ").split("\n\n");
  expect(greeting).toBe("Bonjour Claire Morel,");
  expect(cause).toContain("votre entreprise (Groupe Exemple) a expiré le 23 novembre 2026. ");
  expect(article).toBe(
    "Tout est expliqué pas à pas dans « Certificat expiré » :\nhttps://help.example.com/help/fr/sso-certificate-expired",
  );
});

test("a cause that the rules do not know is said in its own words, and answered as unknown", () => {
  expect(causeLabel("printer_on_fire", "en")).toBe("printer on fire");
  expect(articleOf("printer_on_fire")).toBeUndefined();
  expect(suggestReply("toString", "en", {})).toBe(suggestReply("unknown", "en", {}));
});
