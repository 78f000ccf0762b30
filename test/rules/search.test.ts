import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { createSearch, type Search } from "../../content/search.ts";
import { english } from "../../content/search-en.ts";
import { french } from "../../content/search-fr.ts";
import { locales, type Locale } from "../../server/contract/types.ts";
import { readKnowledge } from "../../server/knowledge/read-articles.ts";

const content = join(import.meta.dirname, "../../content");

/** What people type, by the article that answers it. None of it is a phrasing that an article lists. */
const questions: Record<Locale, Record<string, string[]>> = {
  en: {
    "clear-cache": [
      "still last week's agenda",
      "I keep seeing the old documents",
      "page wont refresh",
      "how to force reload",
      "my ipad shows yesterdays papers",
      "browser shows outdated board pack",
      "delete cookies for this website",
      "where is the clear cache button in chrome",
      "the new version does not appear",
      "empty cache safari",
      "colleagues have a different version than me",
      "nothing changed after your update last night",
      "screen frozen on old page",
      "purge browsing data edge",
      "ctrl f5 does nothing",
      "old minutes displayed instead of the new ones",
      "website looks the same as before the update",
      "remove site data firefox",
    ],
    "sso-certificate-expired": [
      "saml certificate expired",
      "nobody can log in with company account",
      "AADSTS50012",
      "certificate rollover adfs",
      "our idp cert will expire in two weeks",
      "how do we renew the signing certificate",
      "invalid signature error when signing in with microsoft",
      "where to upload new metadata",
      "okta certificate changed",
      "sso broken since last night",
      "token signing cert update keycloak",
      "google workspace saml certificate rotation",
      "all users locked out single sign on",
      "we changed our federation certificate",
      "company sign in page shows error",
      "entra id new certificate make active",
      "sign in through our directory fails for everyone",
      "warning before certificate expiry",
    ],
    "sms-code-not-received": [
      "no sms",
      "i dont get the code on my phone",
      "verification text never arrives",
      "code not coming",
      "im in spain and get no text message",
      "otp delayed",
      "asked for code three times nothing",
      "wrong phone number for the code",
      "got a new iphone and cant get the code",
      "2fa sms missing",
      "code rejected as expired",
      "roaming no code",
      "how long should i wait for the code",
      "can i get the code by email instead",
      "authenticator app instead of sms",
      "text with the login code",
      "my number has changed",
      "error 30007",
    ],
    "what-is-an-incident": [
      "incident vs anomaly",
      "what is severity 2",
      "how fast do you respond",
      "what happens to my ticket now",
      "how do you prioritise",
      "difference between assistance and incident",
      "when will i hear back",
      "sla for critical issues",
      "data breach procedure",
      "who decides the priority",
      "post mortem",
      "how do you keep customers informed",
      "is a bug an anomaly",
      "response time major incident",
      "i disagree with the classification",
      "definition of severity levels",
      "do you send updates during outages",
      "how are incidents handled",
    ],
    "contact-regional-support": [
      "phone number",
      "talk to a human",
      "support hours",
      "email of support",
      "call support now",
      "who can i call tonight",
      "contact in italy",
      "montreal support number",
      "is support open on saturday",
      "i want someone to call me",
      "customer service dubai",
      "emergency number board meeting",
      "how to reach you",
      "helpdesk opening times",
      "which office is responsible for me",
      "telephone support madrid",
      "need to speak with an agent",
      "support in spanish",
    ],
    unrelated: [
      "what time is it in tokyo",
      "how to make pancakes",
      "my printer at home is out of ink",
      "when is payday",
      "cheap flights to rome",
      "aaaa",
      "weather tomorrow in paris",
      "best restaurant near the office",
      "how do I tie a tie",
      "football results",
      "asdfgh",
      "book a taxi to the airport",
      "who won the election",
      "recipe for chocolate cake",
      "happy birthday to my boss",
      "translate hello to german",
      "my dog is sick",
      "buy a new car",
      "holiday request form",
      "salary slip november",
      "train to lyon at 8",
      "how tall is mount everest",
      "lunch menu",
      "gym membership",
      "parking space in the garage",
      "the coffee machine is broken",
      "order business cards",
      "what is the capital of australia",
      "cinema tonight",
      "lost my umbrella",
    ],
  },
  fr: {
    "clear-cache": [
      "écran resté sur l'ancienne version",
      "je vois encore les anciens documents",
      "la page ne se rafraichit pas",
      "comment forcer le rechargement",
      "mon ipad montre les documents d'hier",
      "le navigateur affiche un dossier périmé",
      "supprimer les cookies de ce site",
      "où est le bouton vider le cache dans chrome",
      "la nouvelle version n'apparaît pas",
      "vider cache safari",
      "mes collègues n'ont pas la même version que moi",
      "rien n'a bougé depuis votre mise à jour d'hier soir",
      "page figée sur l'ancien contenu",
      "effacer données de navigation edge",
      "ctrl f5 ne fait rien",
      "ancien procès-verbal affiché au lieu du nouveau",
      "le site est comme avant la mise à jour",
      "enlever les données de site firefox",
    ],
    "sso-certificate-expired": [
      "certificat saml expiré",
      "personne ne peut se connecter avec le compte de l'entreprise",
      "AADSTS50012",
      "renouvellement certificat adfs",
      "le certificat de notre idp expire dans deux semaines",
      "comment renouveler le certificat de signature",
      "erreur signature invalide avec microsoft",
      "où déposer les nouvelles métadonnées",
      "certificat okta changé",
      "sso en panne depuis hier soir",
      "mise à jour certificat signature jetons keycloak",
      "rotation certificat saml google workspace",
      "tous les utilisateurs bloqués authentification unique",
      "nous avons changé notre certificat de fédération",
      "la page de connexion de l'entreprise affiche une erreur",
      "entra id activer le nouveau certificat",
      "la connexion par notre annuaire échoue pour tout le monde",
      "alerte avant expiration du certificat",
    ],
    "sms-code-not-received": [
      "pas de sms",
      "je ne reçois pas le code sur mon téléphone",
      "le texto de vérification n'arrive jamais",
      "code pas arrivé",
      "je suis en espagne et je n'ai pas de sms",
      "code en retard",
      "demandé trois fois le code rien",
      "mauvais numéro de téléphone pour le code",
      "j'ai un nouvel iphone et je n'ai plus le code",
      "sms double authentification manquant",
      "code refusé car expiré",
      "itinérance pas de code",
      "combien de temps attendre le code",
      "puis-je recevoir le code par mail",
      "application d'authentification au lieu du sms",
      "message avec le code de connexion",
      "mon numéro a changé",
      "erreur 30007",
    ],
    "what-is-an-incident": [
      "incident ou anomalie",
      "c'est quoi gravité 2",
      "en combien de temps répondez-vous",
      "que devient mon ticket",
      "comment définissez-vous les priorités",
      "différence entre assistance et incident",
      "quand aurai-je des nouvelles",
      "délai pour les problèmes critiques",
      "procédure violation de données",
      "qui décide de la priorité",
      "retour d'expérience",
      "comment tenez-vous les clients informés",
      "un bug est-il une anomalie",
      "délai de réponse incident majeur",
      "je ne suis pas d'accord avec le classement",
      "définition des niveaux de gravité",
      "envoyez-vous des nouvelles pendant les pannes",
      "comment sont traités les incidents",
    ],
    "contact-regional-support": [
      "numéro de téléphone",
      "parler à un humain",
      "horaires du support",
      "mail du support",
      "appeler le support maintenant",
      "qui appeler ce soir",
      "contact en italie",
      "numéro du support à montréal",
      "le support est-il ouvert le samedi",
      "je veux qu'on me rappelle",
      "service client dubai",
      "numéro d'urgence conseil d'administration",
      "comment vous joindre",
      "heures d'ouverture de l'assistance",
      "quel bureau s'occupe de moi",
      "support téléphonique madrid",
      "besoin de parler à un conseiller",
      "support en espagnol",
    ],
    unrelated: [
      "quelle heure est-il à tokyo",
      "recette de crêpes",
      "plus d'encre dans mon imprimante à la maison",
      "c'est quand la paie",
      "vol pas cher pour rome",
      "aaaa",
      "météo demain à paris",
      "meilleur restaurant près du bureau",
      "comment nouer une cravate",
      "résultats du foot",
      "qsdfgh",
      "réserver un taxi pour l'aéroport",
      "qui a gagné l'élection",
      "gâteau au chocolat",
      "bon anniversaire à mon chef",
      "traduire bonjour en allemand",
      "mon chien est malade",
      "acheter une voiture",
      "formulaire de congés",
      "fiche de paie novembre",
      "train pour lyon à 8h",
      "hauteur du mont blanc",
      "menu de la cantine",
      "abonnement salle de sport",
      "place de parking au garage",
      "la machine à café est en panne",
      "commander des cartes de visite",
      "capitale de l'australie",
      "cinéma ce soir",
      "parapluie perdu",
    ],
  },
};

let searches: Record<Locale, Search>;
test.beforeAll(async () => {
  const { articles } = await readKnowledge(content);
  const of = (locale: Locale) => articles.filter((article) => article.locale === locale);
  searches = { en: createSearch(of("en"), english), fr: createSearch(of("fr"), french) };
});

const slugs = (locale: Locale, text: string) => searches[locale](text).map(({ slug }) => slug);

for (const locale of locales)
  test(`real questions find their article and unrelated ones find nothing (${locale})`, () => {
    const { unrelated = [], ...real } = questions[locale];
    const asked = Object.entries(real).flatMap(([slug, texts]) => texts.map((text) => ({ slug, text })));
    const share = (isGood: (asked: { slug: string; text: string }) => boolean) => {
      const missed = asked.filter((one) => !isGood(one)).map(({ slug, text }) => `${slug}: ${text}`);
      return { share: 1 - missed.length / asked.length, missed: missed.join("\n") };
    };

    const first = share(({ slug, text }) => slugs(locale, text)[0] === slug);
    expect(first.share, first.missed).toBeGreaterThan(0.88);
    const amongThree = share(({ slug, text }) => slugs(locale, text).includes(slug));
    expect(amongThree.share, amongThree.missed).toBeGreaterThan(0.91);
    const onAPhone = share(({ slug, text }) => slugs(locale, typedOnAPhone(text)).includes(slug));
    expect(onAPhone.share, onAPhone.missed).toBeGreaterThan(0.75);

    const answered = unrelated.filter((text) => slugs(locale, text).length > 0);
    expect(answered.length / unrelated.length, answered.join("\n")).toBeLessThan(0.15);
  });

/** Lower case, no accents or punctuation, a letter lost in every fourth word, the last word half typed. */
function typedOnAPhone(text: string): string {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = bare.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .map((word, at) => {
      if (at === words.length - 1) return word.slice(0, Math.max(3, Math.ceil(word.length * 0.6)));
      return at % 4 === 1 && word.length > 3 ? word.slice(0, 2) + word.slice(3) : word;
    })
    .join(" ");
}

test("the cache article is found by sentences that stand nowhere in it", async () => {
  expect(slugs("en", "still last week's agenda")[0]).toBe("clear-cache");
  expect(slugs("fr", "écran resté sur l'ancienne version")[0]).toBe("clear-cache");

  const words = (text: string) =>
    text
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.join(" ") ?? "";
  for (const file of await readdir(content, { recursive: true })) {
    if (!/\.(md|json|ts)$/.test(file)) continue;
    const text = words(await readFile(join(content, file), "utf8"));
    expect(text, file).not.toContain(words("still last week's agenda"));
    expect(text, file).not.toContain(words("écran resté sur l'ancienne version"));
  }
});

test("what is half typed already finds", () => {
  for (const typed of ["certif", "sms c", "sms code not rec", "clear the ca", "incid", "support pho"])
    expect(slugs("en", typed).length, typed).toBeGreaterThan(0);
});

test("an error code is found exactly, alone or inside a pasted text", () => {
  const pasted =
    "Sorry, but we're having trouble signing you in. AADSTS50012: Authentication failed. Trace ID: 1f0c-9 " +
    "Timestamp: 2026-11-24 09:10:11Z";
  for (const locale of locales) {
    for (const text of ["AADSTS50012", "aadsts 50012", "50012", pasted, "MSIS0038"])
      expect(searches[locale](text)[0], text).toMatchObject({ slug: "sso-certificate-expired", score: 1 });
    expect(searches[locale]("Twilio error 30007")[0]).toMatchObject({
      slug: "sms-code-not-received",
      score: 1,
    });
    // One digit away is another trouble.
    for (const text of ["AADSTS50013", "AADSTS5001", "30009", "MSIS0039"])
      expect(slugs(locale, text), text).toEqual([]);
  }
});

test("a hit says what a list shows, and never more of them than asked", () => {
  expect(searches.en("sms code", { limit: 1 })).toEqual([
    {
      slug: "sms-code-not-received",
      title: "The SMS code does not arrive",
      excerpt: expect.stringContaining("Wait 60 seconds"),
      score: 1,
    },
  ]);
  for (const nothing of ["", "   ", "?!", "the", "la", "\u{1f600}", "x".repeat(5_000)])
    for (const locale of locales) expect(slugs(locale, nothing), nothing).toEqual([]);
});
