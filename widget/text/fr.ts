import type { FirstText } from "./text.ts";

/** Insécable : `\u00a0` avant « : » et dans les guillemets, `\u202f` avant « ; ! ? » et dans les nombres. */
export const text: FirstText = {
  locale: "fr",
  direction: "ltr",
  help: "Aide",
  close: "Fermer l’aide",
  back: "Retour",
  stepByStep: "Étape par étape",

  time,
  moment: (at, daysAhead) => {
    if (daysAhead === 0) return `aujourd’hui à ${time(at)}`;
    if (daysAhead === 1) return `demain à ${time(at)}`;
    return `${write(at, { weekday: "long", day: "numeric", month: "long" })} à ${time(at)}`;
  },

  foot: {
    open: (team, until) => `${team}, ouvert jusqu’à ${until}`,
    closed: (team, from) => `${team}, fermé, ouvre ${from}`,
    yourTime: (time) => `${time} (votre heure)`,
    callBack: "Être rappelé(e)",
    unknown: "L’aide n’est pas configurée pour cette page\u00a0: prévenez votre administrateur.",
    unreachable: "Le support ne répond pas pour le moment.",
    stillUsable: "Vous pouvez rédiger votre signalement\u00a0: il est conservé et partira plus tard.",
  },

  home: {
    ask: "Qu’est-ce qui ne va pas\u202f?",
    askElse: "Autre chose\u202f? Dites ce qui ne va pas",
    placeholder: "Avec vos mots",
    clear: "Effacer",
    more: "Plus",
    cut: "La recherche attend le retour de la connexion.",
    reportIt: "Rien de tout cela\u00a0: le signaler",
    reportWords: "Le signaler avec ces mots",
    found: (count) => (count === 1 ? "1 article peut vous aider" : `${count} articles peuvent vous aider`),
    reports: "Vos signalements",
    articles: "Tous les articles",
    forAdmins: "Pour les administrateurs",
  },

  symptoms: {
    cannot_sign_in: "Je n’arrive pas à me connecter",
    sms_code: "Code par SMS ou application",
    sso_error: "Connexion d’entreprise (SSO)",
    page_broken: "Page vide ou cassée",
    document: "Document impossible à ouvrir",
    upload: "Dépôt impossible",
    slow: "Lenteur",
    wrong_data: "Données fausses ou manquantes",
    permission: "Accès refusé",
    meeting_vote: "Réunion, vote, signature",
    security: "Doute de sécurité",
    other: "Autre",
  },

  finding: {
    known: "Problème connu",
    looking: "Recherche de la cause…",
    cause: "Cause trouvée",
    tellMe: "Me prévenir du retour",
    urgent: "C’est urgent",
    reload: "Recharger la page",
  },

  status: {
    all: {
      ok: "Tous les services fonctionnent",
      minor: "Un service est plus lent que d’habitude",
      major: "Un service est en partie interrompu",
      critical: "Un service est interrompu",
      maintenance: "Maintenance en cours",
      unknown: "État inconnu",
    },
  },

  searchLanguage: () => import("../../content/search-fr.ts").then(({ french }) => french),
  causes: () => import("./fr-causes.ts").then(({ causes }) => causes),
  later: () => import("./fr-later.ts").then(({ later }) => later),
};

/** « 19 h 00 » */
function time(at: Date): string {
  return `${at.getHours()}\u00a0h\u00a0${String(at.getMinutes()).padStart(2, "0")}`;
}

export function write(at: Date, form: Intl.DateTimeFormatOptions): string {
  const own = navigator.languages.find((language) => language.startsWith("fr"));
  return new Intl.DateTimeFormat(own ?? "fr-FR", form).format(at);
}
